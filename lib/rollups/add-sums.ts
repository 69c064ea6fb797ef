import { type SQL, sql } from "drizzle-orm";
import { ALL_DAYS, WHOLE_TENANT } from "@/lib/figures/rolled";

const allDays = sql.raw(`DATE '${ALL_DAYS}'`);
const wholeTenant = sql.raw(`UUID '${WHOLE_TENANT}'`);

/** Common table expressions that add the rows of `spin` to a tenant's sums, grouped by `sets`. */
export function addSums(tenant: SQL, sets: string): SQL {
  return sql`
    summed AS (
      SELECT CASE grouping(day, spinner_id, person_id)
          WHEN 7 THEN 'total' WHEN 3 THEN 'day' WHEN 5 THEN 'spinner' WHEN 6 THEN 'person'
          WHEN 1 THEN 'spinner_day' ELSE 'person_day' END AS grain,
        coalesce(day, ${allDays}) AS day, coalesce(spinner_id, person_id, ${wholeTenant}) AS key,
        count(*) AS spins, sum(duration_ms) AS total_ms, max(duration_ms) AS longest_ms
      FROM spin
      GROUP BY GROUPING SETS (${sql.raw(sets)})
      HAVING count(*) > 0
    ), rolled AS (
      INSERT INTO rollups (tenant_id, grain, day, key, spins, total_ms, longest_ms)
      SELECT ${tenant}, grain, day, key, spins, total_ms, longest_ms FROM summed ORDER BY grain, day, key
      ON CONFLICT (tenant_id, grain, day, key) DO UPDATE SET
        spins = rollups.spins + excluded.spins,
        total_ms = rollups.total_ms + excluded.total_ms,
        longest_ms = greatest(rollups.longest_ms, excluded.longest_ms)
    )`;
}
