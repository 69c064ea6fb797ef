import { and, eq, sql } from "drizzle-orm";
import { imports } from "@/drizzle/tenant/schema";
import { AppError, type Fault } from "@/lib/app-error";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantScope } from "@/lib/tenancy/scope";
import { type Choice, settleColumns } from "./columns";
import { getImport } from "./get";
import { readHead } from "./head";
import { begin, Cancelled, type Job } from "./job";
import { readParts } from "./parts";
import { type Mapping, readSpins } from "./read-spins";

/** So many faults are shown; nothing is looked for behind them. */
export const MOST_FAULTS = 100;

/**
 * Begins to check a file, row by row, in the background; nothing is stored. `choices` says what its columns are where
 * the header does not. Returns when it has begun, with a promise of its end. Throws 404, 409 `import_running`, 422
 * `columns_invalid`.
 */
export async function checkImport(
  at: TenantScope,
  id: string,
  choices?: readonly Choice[],
): Promise<{ over: Promise<void> }> {
  const { mapping: known } = await getImport(at, id);
  const mapping = choices === undefined ? known : await chosen(at, id, choices);
  if (mapping === null) throw new AppError("invalid", "columns_invalid", "Please say what each column is.");
  return begin(at, {
    id,
    state: "checking",
    from: ["uploaded", "checked", "faulty", "failed"],
    run: (job) => check(at, id, mapping, job),
  });
}

async function chosen(at: TenantScope, id: string, choices: readonly Choice[]): Promise<Mapping> {
  const { delimiter, header } = await readHead(readParts(at, id));
  return { delimiter, columns: settleColumns(header, choices) };
}

async function check(at: TenantScope, id: string, mapping: Mapping, job: Job): Promise<void> {
  const faults: Fault[] = [];
  let known = 0;
  for await (const batch of readSpins(at, readParts(at, id), mapping)) {
    job.goOn();
    Object.assign(job, { bytes: batch.bytes, rows: job.rows + batch.rows });
    faults.push(...batch.faults);
    if (faults.length >= MOST_FAULTS) break;
    known += await countKnown(
      at,
      batch.spins.map((spin) => spin.id),
    );
  }
  if (job.rows === 0) throw new AppError("invalid", "csv_empty", "The file holds no spins.");
  const state = faults.length > 0 ? "faulty" : "checked";
  const [done] = await at.write((db) =>
    db
      .update(imports, {
        state,
        mapping,
        progress: sql`bytes`,
        rows: job.rows,
        accepted: job.rows - known,
        duplicates: known,
        faults: faults.slice(0, MOST_FAULTS),
        updatedAt: sql`now()`,
      })
      .where(and(eq(imports.id, id), eq(imports.state, "checking")))
      .returning({ id: imports.id }),
  );
  if (!done) throw new Cancelled();
}

/** How many of these ids are stored, or were. */
async function countKnown(at: TenantScope, ids: string[]): Promise<number> {
  const list = pgArray(ids);
  const [row] = await at.read((db) =>
    db.execute(sql`
      SELECT count(*) FROM (
        SELECT id FROM spins WHERE tenant_id = ${db.tenantId} AND id = ANY(${list}::uuid[])
        UNION SELECT id FROM spin_originals WHERE tenant_id = ${db.tenantId} AND id = ANY(${list}::uuid[])
      ) AS known`),
  );
  return Number(row?.[0]);
}
