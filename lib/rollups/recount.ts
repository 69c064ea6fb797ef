import { type SQL, sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { ALL_DAYS } from "@/lib/figures/rolled";
import { LONGEST_KEPT } from "@/lib/figures/sketch";
import { addSpins, DAYS_ALONE } from "./add-spins";

/*
 * Counts figures anew from the spins: the days from their spins, all time from the days. The folding lock must be
 * held. Spins whose batch is not folded in yet are left out, in the same snapshot: they are counted when it is.
 */

/** Days in the tenant's calendar, inclusive. */
export interface Days {
  from: string;
  to: string;
}

const allDays = sql.raw(`DATE '${ALL_DAYS}'`);
const BY_DAY = sql.raw("('day', 'spinner_day', 'person_day')");

/** Counts the spins of some days anew. */
export async function recountDays(db: TenantDb, days: Days): Promise<void> {
  const within = sql`day BETWEEN ${days.from}::date AND ${days.to}::date`;
  await db.execute(sql`DELETE FROM rollups WHERE tenant_id = ${db.tenantId} AND grain IN ${BY_DAY} AND ${within}`);
  await db.execute(sql`DELETE FROM sketches WHERE tenant_id = ${db.tenantId} AND ${within}`);
  await db.execute(sql`WITH ${spinsOf(db, days)}, ${addSpins(db.tenantId, DAYS_ALONE)} SELECT count(*) FROM spin`);
}

/** The folded spins of some days as `spin`, with the day that each of them is counted on. */
export function spinsOf(db: TenantDb, { from, to }: Days): SQL {
  const calendar = sql`(SELECT time_zone FROM calendars WHERE tenant_id = ${db.tenantId})`;
  return sql`
    zone AS MATERIALIZED (SELECT ${calendar} AS name),
    spin AS MATERIALIZED (
      SELECT s.id, person_id, spinner_id, duration_ms, l.local, l.local::date AS day
      FROM spins s
      CROSS JOIN LATERAL (SELECT timezone((SELECT name FROM zone), s.spun_at) AS local) AS l
      LEFT JOIN (SELECT unnest(spin_ids) AS id FROM rollup_deltas WHERE tenant_id = ${db.tenantId}) AS later
        ON later.id = s.id
      WHERE s.tenant_id = ${db.tenantId} AND later.id IS NULL
        AND spun_at >= timezone((SELECT name FROM zone), ${from}::timestamp)
        AND spun_at < timezone((SELECT name FROM zone), ${to}::date + interval '1 day')
    )`;
}

/** Sums the days up to the figures of all time. */
export async function sumUpDays(db: TenantDb): Promise<void> {
  await db.execute(sql`
    DELETE FROM rollups WHERE tenant_id = ${db.tenantId} AND grain IN ('total', 'spinner', 'person')`);
  await db.execute(sql`
    INSERT INTO rollups (tenant_id, grain, day, key, spins, total_ms, longest_ms)
    SELECT ${db.tenantId}::uuid, CASE grain WHEN 'day' THEN 'total' WHEN 'spinner_day' THEN 'spinner' ELSE 'person' END,
      ${allDays}, key, sum(spins), sum(total_ms), max(longest_ms)
    FROM rollups WHERE tenant_id = ${db.tenantId} AND grain IN ${BY_DAY} GROUP BY grain, key ORDER BY grain, key`);
  await db.execute(sql`DELETE FROM sketches WHERE tenant_id = ${db.tenantId} AND day = ${allDays}`);
  await db.execute(sql`
    WITH counted AS (
      SELECT bucket, sum(b.spins)::bigint AS spins
      FROM sketches, unnest(buckets, counts) AS b(bucket, spins) WHERE tenant_id = ${db.tenantId} GROUP BY bucket
    ), timed AS (
      SELECT cell, sum(h.spins)::bigint AS spins, sum(h.total_ms)::bigint AS total_ms
      FROM sketches, unnest(cells, cell_spins, cell_ms) AS h(cell, spins, total_ms)
      WHERE tenant_id = ${db.tenantId} GROUP BY cell
    ), longest AS (
      SELECT l.id, l.ms FROM sketches, unnest(longest_ids, longest_ms) AS l(id, ms)
      WHERE tenant_id = ${db.tenantId} ORDER BY l.ms DESC, l.id LIMIT ${LONGEST_KEPT}
    )
    INSERT INTO sketches (tenant_id, day, buckets, counts, longest_ids, longest_ms, cells, cell_spins, cell_ms)
    SELECT ${db.tenantId}::uuid, ${allDays}, array_agg(bucket ORDER BY bucket), array_agg(spins ORDER BY bucket),
      (SELECT array_agg(id ORDER BY ms DESC, id) FROM longest), (SELECT array_agg(ms ORDER BY ms DESC, id) FROM longest),
      (SELECT coalesce(array_agg(cell ORDER BY cell), '{}') FROM timed),
      (SELECT coalesce(array_agg(spins ORDER BY cell), '{}') FROM timed),
      (SELECT coalesce(array_agg(total_ms ORDER BY cell), '{}') FROM timed)
    FROM counted HAVING count(*) > 0`);
}
