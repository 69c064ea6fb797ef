import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { type Days, spinsOf } from "./recount";

/** A figure that is kept otherwise than the spins say. */
export interface Difference {
  grain: string;
  day: string;
  key: string;
  /** Spins and milliseconds as kept; null: nothing was. */
  kept: { spins: number; totalMs: number } | null;
  counted: { spins: number; totalMs: number } | null;
}

const MOST = 100;

/** Where the sums of some days differ from their spins, the first hundred. */
export async function differingSums(db: TenantDb, days: Days): Promise<Difference[]> {
  const rows = await db.execute(sql`
    WITH ${spinsOf(db, days)}, counted AS (
      SELECT CASE grouping(spinner_id, person_id) WHEN 3 THEN 'day' WHEN 1 THEN 'spinner_day' ELSE 'person_day' END AS grain,
        day, coalesce(spinner_id, person_id, '00000000-0000-0000-0000-000000000000') AS key,
        count(*) AS spins, sum(duration_ms) AS total_ms, max(duration_ms) AS longest_ms
      FROM spin GROUP BY GROUPING SETS ((day), (day, spinner_id), (day, person_id))
    ), kept AS (
      SELECT grain, day, key, spins, total_ms, longest_ms FROM rollups
      WHERE tenant_id = ${db.tenantId} AND grain IN ('day', 'spinner_day', 'person_day')
        AND day BETWEEN ${days.from}::date AND ${days.to}::date
    )
    SELECT grain, day::text, key, k.spins, k.total_ms, c.spins, c.total_ms
    FROM kept k FULL JOIN counted c USING (grain, day, key)
    WHERE (k.spins, k.total_ms, k.longest_ms) IS DISTINCT FROM (c.spins, c.total_ms, c.longest_ms)
    ORDER BY grain, day, key LIMIT ${MOST}`);
  return rows.map(asDifference);
}

/** Where the sums of all time differ from those of the days. */
export async function differingTotals(db: TenantDb): Promise<Difference[]> {
  const rows = await db.execute(sql`
    WITH counted AS (
      SELECT CASE grain WHEN 'day' THEN 'total' WHEN 'spinner_day' THEN 'spinner' ELSE 'person' END AS grain, key,
        sum(spins) AS spins, sum(total_ms) AS total_ms, max(longest_ms) AS longest_ms
      FROM rollups WHERE tenant_id = ${db.tenantId} AND grain IN ('day', 'spinner_day', 'person_day') GROUP BY 1, 2
    ), kept AS (
      SELECT grain, key, spins, total_ms, longest_ms FROM rollups
      WHERE tenant_id = ${db.tenantId} AND grain IN ('total', 'spinner', 'person')
    )
    SELECT grain, 'all time', key, k.spins, k.total_ms, c.spins, c.total_ms
    FROM kept k FULL JOIN counted c USING (grain, key)
    WHERE (k.spins, k.total_ms, k.longest_ms) IS DISTINCT FROM (c.spins, c.total_ms, c.longest_ms)
    ORDER BY grain, key LIMIT ${MOST}`);
  return rows.map(asDifference);
}

/** How many of some days' sketches, or that of all time, hold other spins than the sums say; or know no hours yet. */
export async function differingSketches(db: TenantDb, days: Days): Promise<number> {
  const [row] = await db.execute(sql`
    WITH summed AS (
      SELECT day, sum(spins) AS spins, sum(total_ms) AS total_ms, max(longest_ms) AS longest_ms FROM rollups
      WHERE tenant_id = ${db.tenantId} AND grain IN ('day', 'total') AND day BETWEEN ${days.from}::date AND ${days.to}::date
      GROUP BY day
    ), sketched AS (
      SELECT day, (SELECT sum(n) FROM unnest(counts) AS n) AS spins, longest_ms[1] AS longest_ms,
        (SELECT sum(n) FROM unnest(cell_spins) AS n) AS timed, (SELECT sum(n) FROM unnest(cell_ms) AS n) AS total_ms
      FROM sketches
      WHERE tenant_id = ${db.tenantId} AND day BETWEEN ${days.from}::date AND ${days.to}::date
    )
    SELECT count(*) FROM summed s FULL JOIN sketched k USING (day)
    WHERE (s.spins, s.spins, s.total_ms, s.longest_ms) IS DISTINCT FROM (k.spins, k.timed, k.total_ms, k.longest_ms)`);
  return Number(row?.[0] ?? 0);
}

function asDifference([grain, day, key, ...sums]: unknown[]): Difference {
  const [keptSpins, keptMs, spins, totalMs] = sums;
  const figures = (count: unknown, ms: unknown) =>
    count === null ? null : { spins: Number(count), totalMs: Number(ms) };
  const counted = figures(spins, totalMs);
  return { grain: String(grain), day: String(day), key: String(key), kept: figures(keptSpins, keptMs), counted };
}
