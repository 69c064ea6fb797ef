import { type SQL, sql } from "drizzle-orm";
import { ALL_DAYS } from "@/lib/figures/rolled";
import { BUCKET, CELL, LONGEST_KEPT } from "@/lib/figures/sketch";
import { addSums } from "./add-sums";

const ALWAYS = `DATE '${ALL_DAYS}'`;
const allDays = sql.raw(ALWAYS);
const longestKept = sql.raw(String(LONGEST_KEPT));
const bucket = sql.raw(BUCKET);
const cell = sql.raw(CELL);

/** Which groups spins are added to. */
interface Groups {
  sums: string;
  buckets: string;
  cells: string;
  days: string;
}

export const EVERYTHING: Groups = {
  sums: "(), (day), (spinner_id), (person_id), (day, spinner_id), (day, person_id)",
  buckets: "(bucket), (day, bucket)",
  cells: "(cell), (day, cell)",
  days: `(s.day), (${ALWAYS})`,
};

/** What is kept by the day: the figures of all time are sums of these. */
export const DAYS_ALONE: Groups = {
  sums: "(day), (day, spinner_id), (day, person_id)",
  buckets: "(day, bucket)",
  cells: "(day, cell)",
  days: "(s.day)",
};

/**
 * Common table expressions that add the rows of `spin` (id, person_id, spinner_id, duration_ms, local, day) to a
 * tenant's sums and sketches. A sketch is read and written anew, so the folding lock must be held.
 */
export function addSpins(tenantId: string, to: Groups): SQL {
  const tenant = sql`${tenantId}::uuid`;
  return sql`
    ${addSums(tenant, to.sums)}, counted AS (
      SELECT coalesce(day, ${allDays}) AS day, bucket, count(*) AS spins
      FROM (SELECT day, ${bucket} AS bucket FROM spin) AS s
      GROUP BY GROUPING SETS (${sql.raw(to.buckets)})
    ), timed AS (
      SELECT coalesce(day, ${allDays}) AS day, cell, count(*) AS spins, sum(duration_ms) AS total_ms
      FROM (SELECT day, duration_ms, ${cell} AS cell FROM spin) AS s
      GROUP BY GROUPING SETS (${sql.raw(to.cells)})
    ), before AS MATERIALIZED (
      SELECT day, buckets, counts, longest_ids, longest_ms, cells, cell_spins, cell_ms FROM sketches
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
    ), hours AS (
      SELECT day, array_agg(cell ORDER BY cell) AS cells, array_agg(spins ORDER BY cell) AS cell_spins,
        array_agg(total_ms ORDER BY cell) AS cell_ms
      FROM (
        SELECT day, cell, sum(spins)::bigint AS spins, sum(total_ms)::bigint AS total_ms
        FROM (
          TABLE timed
          UNION ALL SELECT day, h.cell, h.spins, h.total_ms
          FROM before, unnest(cells, cell_spins, cell_ms) AS h(cell, spins, total_ms)
        ) AS parts GROUP BY day, cell
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
      INSERT INTO sketches (tenant_id, day, buckets, counts, longest_ids, longest_ms, cells, cell_spins, cell_ms)
      SELECT ${tenant}, spread.day, buckets, counts, ids, ms, cells, cell_spins, cell_ms
      FROM spread JOIN longest USING (day) JOIN hours USING (day) ORDER BY spread.day
      ON CONFLICT (tenant_id, day) DO UPDATE SET buckets = excluded.buckets, counts = excluded.counts,
        longest_ids = excluded.longest_ids, longest_ms = excluded.longest_ms, cells = excluded.cells,
        cell_spins = excluded.cell_spins, cell_ms = excluded.cell_ms
    )`;
}
