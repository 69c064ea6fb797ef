import { and, eq, sql } from "drizzle-orm";
import { importParts, imports } from "@/drizzle/tenant/schema";
import { ensureCalendar } from "@/lib/rollups/ensure-calendar";
import type { TenantScope } from "@/lib/tenancy/scope";
import { getImport } from "./get";
import { begin, Cancelled, type Job } from "./job";
import { readParts } from "./parts";
import type { Mapping } from "./read-spins";
import { recordFile } from "./record-file";

/**
 * Begins to store a checked file in the background, all of it or nothing. Returns when it has begun, with a promise
 * of its end. Throws 404, 409 `import_running` where it is not checked, or somebody else is at it.
 */
export async function storeImport(at: TenantScope, id: string): Promise<{ over: Promise<void> }> {
  const { mapping } = await getImport(at, id);
  return begin(at, {
    id,
    state: "storing",
    from: mapping === null ? [] : ["checked"],
    run: async (job) => {
      if (mapping) await store(at, id, mapping, job);
    },
  });
}

/** What a try that failed had counted does not count: the transaction may run twice. */
async function store(at: TenantScope, id: string, mapping: Mapping, job: Job): Promise<void> {
  // By itself: whoever records the tenant's first spin meanwhile would else wait for all of this.
  await at.write((db) => ensureCalendar(at, db));
  await at.write(async (db) => {
    const watch = ({ bytes, rows }: { bytes: number; rows: number }) => {
      job.goOn();
      Object.assign(job, { bytes, rows });
    };
    const done = await recordFile(at, db, { chunks: readParts(at, id), mapping, watch });
    const [stored] = await db
      .update(imports, { state: "stored", progress: sql`bytes`, ...done, updatedAt: sql`now()` })
      .where(and(eq(imports.id, id), eq(imports.state, "storing")))
      .returning({ id: imports.id });
    if (!stored) throw new Cancelled();
    await db.delete(importParts).where(eq(importParts.importId, id));
  });
}
