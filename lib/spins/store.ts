import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { ALL_DAYS, WHOLE_TENANT } from "@/lib/figures/rolled";
import type { SpinRow } from "./record";

/**
 * Stores the spins whose ids are new, the pairs of person and spinner they bring, and the sums of what was really
 * stored, in one statement. Rows are touched in sorted order, so writers side by side wait but never deadlock.
 * Returns the ids that were new.
 */
export async function storeSpins(db: TenantDb, rows: SpinRow[], timeZone: string): Promise<Set<string>> {
  const tenant = sql`${db.tenantId}::uuid`;
  const stored = await db.execute(sql`
    WITH given AS (
      SELECT r.id, r."personId" AS person_id, r."spinnerId" AS spinner_id, r."durationMs" AS duration_ms,
        coalesce(r."spunAt", date_trunc('milliseconds', now())) AS spun_at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, "personId" uuid, "spinnerId" uuid, "durationMs" integer, "spunAt" timestamptz)
    ), owned AS (
      INSERT INTO user_spinners (tenant_id, person_id, spinner_id)
      SELECT ${tenant}, person_id, spinner_id FROM given GROUP BY person_id, spinner_id ORDER BY person_id, spinner_id
      ON CONFLICT DO NOTHING
    ), stored AS (
      INSERT INTO spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at, day)
      SELECT ${tenant}, id, person_id, spinner_id, duration_ms, spun_at, timezone(${timeZone}::text, spun_at)::date
      FROM given ORDER BY id
      ON CONFLICT DO NOTHING
      RETURNING id, person_id, spinner_id, duration_ms, day
    ), rolled AS (
      INSERT INTO rollups (tenant_id, grain, day, key, spins, total_ms, longest_ms)
      SELECT ${tenant}, g.grain, g.day, g.key, count(*), sum(duration_ms), max(duration_ms)
      FROM stored CROSS JOIN LATERAL (VALUES
        ('total', DATE '${sql.raw(ALL_DAYS)}', UUID '${sql.raw(WHOLE_TENANT)}'),
        ('day', stored.day, UUID '${sql.raw(WHOLE_TENANT)}'),
        ('spinner', DATE '${sql.raw(ALL_DAYS)}', spinner_id),
        ('person', DATE '${sql.raw(ALL_DAYS)}', person_id),
        ('spinner_day', stored.day, spinner_id),
        ('person_day', stored.day, person_id)
      ) AS g(grain, day, key)
      GROUP BY g.grain, g.day, g.key ORDER BY g.grain, g.day, g.key
      ON CONFLICT (tenant_id, grain, day, key) DO UPDATE SET
        spins = rollups.spins + excluded.spins,
        total_ms = rollups.total_ms + excluded.total_ms,
        longest_ms = greatest(rollups.longest_ms, excluded.longest_ms)
    )
    SELECT id FROM stored`);
  return new Set(stored.map(([id]) => String(id)));
}
