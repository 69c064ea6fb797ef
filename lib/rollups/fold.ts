import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { TenantScope } from "@/lib/tenancy/scope";
import { addSpins, EVERYTHING } from "./add-spins";
import { takeFoldingLock, tryFoldingLock } from "./lock";

export interface Folded {
  batches: number;
  spins: number;
  /** How long the oldest of them had waited, in ms; 0 without any. */
  waitedMs: number;
}

/** Batches that one statement takes: some ten thousand spins, in a fraction of a second. */
const AT_ONCE = 100;

/**
 * Folds into a tenant's rollups and sketches what waits, some batches a transaction; no figure changes by it. Returns
 * undefined where somebody else is at it. Throws 503 `unavailable`.
 */
export async function fold(at: TenantScope): Promise<Folded | undefined> {
  const total: Folded = { batches: 0, spins: 0, waitedMs: 0 };
  for (;;) {
    const folded = await at.write(async (db) => ((await tryFoldingLock(db)) ? foldSome(db) : undefined));
    if (!folded) return total.batches > 0 ? total : undefined;
    add(total, folded);
    if (folded.batches < AT_ONCE) return total;
  }
}

/** Folds all that this open transaction sees, waiting for its turn. Throws 503 `unavailable`. */
export async function foldWithin(db: TenantDb): Promise<void> {
  await takeFoldingLock(db);
  await foldAll(db);
}

/** The same, where the lock is held already. */
export async function foldAll(db: TenantDb): Promise<void> {
  while ((await foldSome(db)).batches === AT_ONCE);
}

/** Takes the oldest batches out and adds them in: one statement, so it is done once or not at all. */
async function foldSome(db: TenantDb): Promise<Folded> {
  const [row] = await db.execute(sql`
    WITH taken AS (
      DELETE FROM rollup_deltas WHERE tenant_id = ${db.tenantId} AND id = ANY(ARRAY(
        SELECT id FROM rollup_deltas WHERE tenant_id = ${db.tenantId} ORDER BY id LIMIT ${AT_ONCE}))
      RETURNING spin_ids, person_ids, spinner_ids, durations_ms, spun_ats, created_at
    ), spin AS MATERIALIZED (
      SELECT s.id, s.person_id, s.spinner_id, s.duration_ms, l.local, l.local::date AS day
      FROM taken
      CROSS JOIN (SELECT time_zone FROM calendars WHERE tenant_id = ${db.tenantId}) AS c
      CROSS JOIN LATERAL unnest(spin_ids, person_ids, spinner_ids, durations_ms, spun_ats)
        AS s(id, person_id, spinner_id, duration_ms, spun_at)
      CROSS JOIN LATERAL (SELECT timezone(c.time_zone, s.spun_at) AS local) AS l
    ), ${addSpins(db.tenantId, EVERYTHING)}
    SELECT (SELECT count(*) FROM taken), (SELECT count(*) FROM spin),
      (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)) * 1000, 0) FROM taken)`);
  const [batches, spins, waitedMs] = (row ?? []).map(Number);
  return { batches: batches ?? 0, spins: spins ?? 0, waitedMs: Math.max(0, waitedMs ?? 0) };
}

function add(total: Folded, more: Folded): void {
  total.batches += more.batches;
  total.spins += more.spins;
  total.waitedMs = Math.max(total.waitedMs, more.waitedMs);
}
