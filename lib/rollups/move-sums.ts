import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";

/**
 * Adds the sums of one spinner to another's, by day and over all time. Those of the tenant and of people stay as they
 * are, and so do sketches, which know spins alone. The folding lock must be held, and nothing of `from` may wait to be
 * folded.
 */
export async function moveSums(db: TenantDb, from: string, into: string): Promise<void> {
  await db.execute(sql`
    WITH gone AS (
      DELETE FROM rollups
      WHERE tenant_id = ${db.tenantId} AND grain IN ('spinner', 'spinner_day') AND key = ${from}
      RETURNING grain, day, spins, total_ms, longest_ms
    )
    INSERT INTO rollups (tenant_id, grain, day, key, spins, total_ms, longest_ms)
    SELECT ${db.tenantId}::uuid, grain, day, ${into}::uuid, spins, total_ms, longest_ms FROM gone ORDER BY grain, day
    ON CONFLICT (tenant_id, grain, day, key) DO UPDATE SET
      spins = rollups.spins + excluded.spins,
      total_ms = rollups.total_ms + excluded.total_ms,
      longest_ms = greatest(rollups.longest_ms, excluded.longest_ms)`);
}
