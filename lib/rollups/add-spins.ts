import { type SQL, sql } from "drizzle-orm";
import { ALL_DAYS, WHOLE_TENANT } from "@/lib/figures/rolled";
import { BUCKET, LONGEST_KEPT } from "@/lib/figures/sketch";

const ALWAYS = `DATE '${ALL_DAYS}'`;
const allDays = sql.raw(ALWAYS);
const wholeTenant = sql.raw(`UUID '${WHOLE_TENANT}'`);
const longestKept = sql.raw(String(LONGEST_KEPT));
const bucket = sql.raw(BUCKET);

/** Which groups spins are added to. */
interface Groups {
  sums: string;
  buckets: string;
  days: string;
}

export const EVERYTHING: Groups = {
  sums: "(), (day), (spinner_id), (person_id), (day, spinner_id), (day, person_id)",
  buckets: "(bucket), (day, bucket)",
  days: `(s.day), (${ALWAYS})`,
};

/** What is kept by the day: the figures of all time are sums of these. */
export const DAYS_ALONE: Groups = {
  sums: "(day), (day, spinner_id), (day, person_id)",
  buckets: "(day, bucket)",
  days: "(s.day)",
};

/**
 * Common table expressions that add the rows of `spin` (id, person_id, spinner_id, duration_ms, day) to a tenant's
 * sums and sketches. A sketch is read and written anew, so the folding lock must be held.
 */
export function addSpins(tenantId: string, to: Groups): SQL {
  const tenant = sql`${tenantId}::uuid`;
  return sql`
    summed AS (
      SELECT CASE grouping(day, spinner_id, person_id)
          WHEN 7 THEN 'total' WHEN 3 THEN 'day' WHEN 5 THEN 'spinner' WHEN 6 THEN 'person'
          WHEN 1 THEN 'spinner_day' ELSE 'person_day' END AS grain,
        coalesce(day, ${allDays}) AS day, coalesce(spinner_id, person_id, ${wholeTenant}) AS key,
        count(*) AS spins, sum(duration_ms) AS total_ms, max(duration_ms) AS longest_ms
      FROM spin
      GROUP BY GROUPING SETS (${sql.raw(to.sums)})
      HAVING count(*) > 0
    ), rolled AS (
      INSERT INTO rollups (tenant_id, grain, day, key, spins, total_ms, longest_ms)
      SELECT ${tenant}, grain, day, key, spins, total_ms, longest_ms FROM summed ORDER BY grain, day, key
      ON CONFLICT (tenant_id, grain, day, key) DO UPDATE SET
        spins = rollups.spins + excluded.spins,
        total_ms = rollups.total_ms + excluded.total_ms,
        longest_ms = greatest(rollups.longest_ms, excluded.longest_ms)
    ), counted AS (
      SELECT coalesce(day, ${allDays}) AS day, bucket, count(*) AS spins
      FROM (SELECT day, ${bucket} AS bucket FROM spin) AS s
      GROUP BY GROUPING SETS (${sql.raw(to.buckets)})
    ), before AS MATERIALIZED (
      SELECT day, buckets, counts, longest_ids, longest_ms FROM sketches
      WHERE tenant_id = ${tenantId} AND day IN (SELECT day FROM counted)
    ), spread AS (
      SELECT day, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(spins ORDER BY bucket) AS counts
      FROM (
        SELECT day, bucket, sum(spins)::bigint AS spins
        FROM (
          TABLE counted
          UNION ALL SELECT day, b.bucket, b.spins FROM before, unnest(buckets, counts) AS b(bucket, spins)
        ) AS parts GROUP BY day, bucket
      ) AS whole GROUP BY day
    ), candidates AS (
      SELECT g.day, s.id, s.duration_ms
      FROM spin s
      CROSS JOIN LATERAL (VALUES ${sql.raw(to.days)}) AS g(day)
      LEFT JOIN before b ON b.day = g.day
      WHERE s.duration_ms >= coalesce(b.longest_ms[${longestKept}], 0)
      UNION ALL SELECT day, l.id, l.duration_ms FROM before, unnest(longest_ids, longest_ms) AS l(id, duration_ms)
    ), longest AS (
      SELECT day, array_agg(id ORDER BY place) AS ids, array_agg(duration_ms ORDER BY place) AS ms
      FROM (
        SELECT day, id, duration_ms, row_number() OVER (PARTITION BY day ORDER BY duration_ms DESC, id) AS place
        FROM candidates
      ) AS placed WHERE place <= ${longestKept} GROUP BY day
    ), sketched AS (
      INSERT INTO sketches (tenant_id, day, buckets, counts, longest_ids, longest_ms)
      SELECT ${tenant}, spread.day, buckets, counts, ids, ms FROM spread JOIN longest USING (day) ORDER BY spread.day
      ON CONFLICT (tenant_id, day) DO UPDATE SET buckets = excluded.buckets, counts = excluded.counts,
        longest_ids = excluded.longest_ids, longest_ms = excluded.longest_ms
    )`;
}
