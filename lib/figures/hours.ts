import { asc, sql } from "drizzle-orm";
import { liveHours } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { daysOf } from "./rolled";

/** One hour of the week where the tenant is, and the spins that began in it; `totalMs` in whole milliseconds. */
export interface HourCell {
  /** 1 to 7, from Monday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  spins: number;
  totalMs: number;
}

const CELLS = new Statement((db, { from, to }: Named<"from" | "to">) =>
  db
    .select({
      cell: liveHours.cell,
      spins: sql`sum(${liveHours.spins})`.mapWith(Number),
      totalMs: sql`sum(${liveHours.totalMs})`.mapWith(Number),
    })
    .from(liveHours)
    .where(sql`${liveHours.day} BETWEEN ${from} AND ${to}`)
    .groupBy(liveHours.cell)
    .orderBy(asc(liveHours.cell)),
);

/**
 * How the spins of a range are spread over the hours of the week, Monday first; hours without any are left out. Throws
 * 422 `range_invalid`.
 */
export async function hours(at: TenantScope, range: DateRange): Promise<HourCell[]> {
  at.must("figures:read");
  checkRange(range);
  const rows = await at.read((db) => db.run(CELLS, daysOf(range)));
  return rows.map(({ cell, ...sums }) => ({ weekday: Math.floor(cell / 24) + 1, hour: cell % 24, ...sums }));
}
