import { sql } from "drizzle-orm";
import { addDays, today } from "@/lib/figures/date-range";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Spin } from "./types";

/** How many days back, today included, the board reaches on which a spin's person stands. */
const DAYS = 30;

/** What a spin does to its person's place on a board: from 1, equal averages alike; null: not on it. */
export interface Effect {
  rank: number | null;
  /** Where the person would stand without the spin. */
  rankBefore: number | null;
  /** How many stand there. */
  people: number;
}

/** Where the person of a spin stands on the people's board of the last 30 days, with it and without it. */
export async function effectOf(at: TenantScope, { person, durationMs, spunAt }: Spin): Promise<Effect> {
  at.must("figures:read");
  const to = today(at.tenant.timeZone);
  const from = addDays(to, 1 - DAYS);
  const [row] = await at.read((db) =>
    db.execute(sql`
      WITH board AS (
        SELECT key, sum(spins) AS spins, sum(total_ms) AS total_ms FROM live_rollups
        WHERE tenant_id = ${db.tenantId} AND grain = 'person_day' AND day BETWEEN ${from}::date AND ${to}::date
        GROUP BY key
      ), own AS (
        SELECT b.spins, b.total_ms, b.spins - c.times AS spins_before, b.total_ms - c.times * ${durationMs}::int AS ms_before
        FROM board b
        CROSS JOIN (
          SELECT (timezone(time_zone, ${spunAt}::timestamptz)::date BETWEEN ${from}::date AND ${to}::date)::int AS times
          FROM calendars WHERE tenant_id = ${db.tenantId}
        ) AS c
        WHERE b.key = ${person.id}::uuid
      )
      SELECT (SELECT count(*) FROM board),
        (SELECT 1 + count(b.key) FROM own o LEFT JOIN board b ON b.total_ms * o.spins > o.total_ms * b.spins
          GROUP BY o.spins),
        (SELECT 1 + count(b.key) FROM own o
          LEFT JOIN board b ON b.key <> ${person.id}::uuid AND b.total_ms * o.spins_before > o.ms_before * b.spins
          WHERE o.spins_before > 0 GROUP BY o.spins)`),
  );
  const [people, rank, rankBefore] = row ?? [];
  return { rank: place(rank), rankBefore: place(rankBefore), people: Number(people) };
}

function place(value: unknown): number | null {
  return value === null ? null : Number(value);
}
