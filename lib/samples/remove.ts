import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { announceChange } from "@/lib/live/announce";
import { beginRecount, patiently } from "@/lib/rollups/begin-recount";
import { foldAll } from "@/lib/rollups/fold";
import { recountDays, sumUpDays } from "@/lib/rollups/recount";
import { takeNames } from "@/lib/spins/names-lock";
import type { TenantScope } from "@/lib/tenancy/scope";

/**
 * Takes away everybody and everything that is made up, and what they spun, and counts the days concerned anew; without
 * samples it changes nothing. A sample spinner that somebody real has spun stays, and is no sample any more. Throws
 * 403, 503 `unavailable`.
 */
export async function removeSamples(at: TenantScope): Promise<void> {
  at.must("samples:write");
  await patiently(at).write(async (db) => {
    await beginRecount(at, db);
    await takeNames(db, await namesOfSamples(db));
    // What was being stored under one of these names until then.
    await foldAll(db);
    const days = await removeSpins(at, db);
    await removeSpinners(db);
    await db.execute(sql`DELETE FROM people WHERE tenant_id = ${db.tenantId} AND sample`);
    for (const day of days) await recountDays(db, { from: day, to: day });
    if (days.length > 0) await sumUpDays(db);
  });
  announceChange(at);
}

/** All that leads to a sample. */
async function namesOfSamples(db: TenantDb): Promise<string[]> {
  const rows = await db.execute(sql`
    SELECT id, email FROM people WHERE tenant_id = ${db.tenantId} AND sample
    UNION ALL SELECT id, name_key FROM spinners WHERE tenant_id = ${db.tenantId} AND (sample OR merged_into IN (
      SELECT id FROM spinners WHERE tenant_id = ${db.tenantId} AND sample))`);
  return rows.flat().map(String);
}

/** Returns the days on which they were spun. What somebody real once sent does not come back when it is sent again. */
async function removeSpins(at: TenantScope, db: TenantDb): Promise<string[]> {
  const samples = sql`(SELECT id FROM people WHERE tenant_id = ${db.tenantId} AND sample)`;
  const by = at.actor.kind === "person" ? at.actor.id : null;
  const rows = await db.execute(sql`
    WITH gone AS (
      DELETE FROM spins WHERE tenant_id = ${db.tenantId} AND person_id IN ${samples} RETURNING id, spun_at
    ), kept AS (
      UPDATE spin_originals SET removed = true, changed_by = ${by}, changed_at = now()
      WHERE tenant_id = ${db.tenantId} AND id IN (SELECT id FROM gone) AND person_id NOT IN ${samples}
    )
    SELECT DISTINCT timezone(c.time_zone, spun_at)::date::text FROM gone, calendars c WHERE c.tenant_id = ${db.tenantId}`);
  await db.execute(sql`DELETE FROM spin_originals WHERE tenant_id = ${db.tenantId} AND person_id IN ${samples}`);
  await db.execute(sql`DELETE FROM user_spinners WHERE tenant_id = ${db.tenantId} AND person_id IN ${samples}`);
  return rows.map(([day]) => String(day));
}

/** Those that nobody owns any more, aliases and all; what is left is real by now. */
async function removeSpinners(db: TenantDb): Promise<void> {
  await db.execute(sql`
    WITH gone AS (
      SELECT s.id FROM spinners s
      WHERE s.tenant_id = ${db.tenantId} AND s.sample AND s.merged_into IS NULL AND NOT EXISTS (
        SELECT 1 FROM user_spinners u WHERE u.tenant_id = ${db.tenantId} AND u.spinner_id = s.id)
    )
    DELETE FROM spinners
    WHERE tenant_id = ${db.tenantId} AND (id IN (SELECT id FROM gone) OR merged_into IN (SELECT id FROM gone))`);
  await db.execute(sql`UPDATE spinners SET sample = false WHERE tenant_id = ${db.tenantId} AND sample`);
}
