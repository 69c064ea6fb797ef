import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError, notFound } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { announceChange } from "@/lib/live/announce";
import { beginRecount, patiently } from "@/lib/rollups/begin-recount";
import { foldAll } from "@/lib/rollups/fold";
import { moveSums } from "@/lib/rollups/move-sums";
import { Uuid } from "@/lib/spins/input";
import { moveSpins } from "@/lib/spins/move";
import { takeNames } from "@/lib/spins/names-lock";
import type { TenantScope } from "@/lib/tenancy/scope";
import { validate } from "@/lib/validate";
import { getSpinner, type Spinner } from "./find";

const MergeSpinners = z.strictObject({ from: Uuid, into: Uuid });

/**
 * Makes of two spinners one: all spins of `from` are those of `into`, in one transaction, and who names `from` means
 * `into` for ever. Returns `into`; merging again what is merged so already changes nothing. Recording of others goes
 * on meanwhile. Throws 403, 404, 422 `merge_invalid`, and 503 `unavailable` where somebody counts or stores for long.
 */
export async function mergeSpinners(at: TenantScope, input: unknown): Promise<Spinner> {
  at.must("spinners:manage");
  const { from, into } = validate(MergeSpinners, input);
  if (from === into) throw invalid("A spinner cannot be merged into itself.");
  await patiently(at).write(async (db) => {
    await beginRecount(at, db);
    const [one, other] = [await aliasOf(db, from), await aliasOf(db, into)];
    if (one === into) return;
    if (one !== null || other !== null) throw invalid("One of these spinners is merged into another already.");
    await takeNames(db, await namesOf(db, from));
    // What was being stored under one of these names until then.
    await foldAll(db);
    await moveSpins(db, from, into);
    await moveSums(db, from, into);
    await makeAlias(db, from, into);
  });
  announceChange(at);
  return getSpinner(at, into);
}

function invalid(detail: string): AppError {
  return new AppError("invalid", "merge_invalid", detail);
}

/** The spinner that one is another name of; null: none. Only who holds the folding lock changes that. */
async function aliasOf(db: TenantDb, id: string): Promise<string | null> {
  const [row] = await db.execute(sql`SELECT merged_into FROM spinners WHERE tenant_id = ${db.tenantId} AND id = ${id}`);
  if (!row) throw notFound();
  return row[0] === null ? null : String(row[0]);
}

/** All that leads to a spinner. */
async function namesOf(db: TenantDb, id: string): Promise<string[]> {
  const rows = await db.execute(sql`
    SELECT id, name_key FROM spinners WHERE tenant_id = ${db.tenantId} AND (id = ${id} OR merged_into = ${id})`);
  return rows.flat().map(String);
}

/** Its own aliases come along, so that none leads to another. What real spins have come to is no sample. */
async function makeAlias(db: TenantDb, from: string, into: string): Promise<void> {
  await db.execute(sql`
    UPDATE spinners SET merged_into = ${into}
    WHERE tenant_id = ${db.tenantId} AND (id = ${from} OR merged_into = ${from})`);
  await db.execute(sql`
    UPDATE spinners SET sample = false WHERE tenant_id = ${db.tenantId} AND id = ${into} AND NOT EXISTS (
      SELECT 1 FROM spinners f WHERE f.tenant_id = ${db.tenantId} AND f.id = ${from} AND f.sample)`);
}
