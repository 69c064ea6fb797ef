import { and, asc, eq } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { addDays, checkRange, type DateRange, today } from "./date-range";
import { inRange, keyOf, rolledUpByDay, type Subject, summed, TENANT } from "./rolled";
import type { TrendDay } from "./types";

const DAYS = new Statement((db, values: Named<"grain" | "from" | "to" | "key">) =>
  db
    .select({ day: liveRollups.day, spins: summed.spins, averageMs: summed.averageMs, longestMs: summed.longestMs })
    .from(liveRollups)
    .where(and(inRange(values), eq(liveRollups.key, values.key)))
    .groupBy(liveRollups.day)
    .orderBy(asc(liveRollups.day)),
);

/**
 * Every day of a range in order, days without spins included. An open start begins with the first spin, an open end
 * is today. Averages in ms. Throws 422 `range_invalid`.
 */
export async function trend(at: TenantScope, range: DateRange, subject: Subject = TENANT): Promise<TrendDay[]> {
  at.must("figures:read");
  checkRange(range);
  const values = { ...rolledUpByDay(range, subject.kind), key: keyOf(subject) };
  const rows = await at.read((db) => db.run(DAYS, values));
  // A clock ahead of ours may have spun tomorrow already.
  const [first, last = ""] = [rows[0]?.day, [today(at.tenant.timeZone), rows.at(-1)?.day ?? ""].sort().at(-1)];
  const to = range.to ?? last;
  return fill(rows, range.from ?? first ?? to, to);
}

function fill(rows: TrendDay[], from: string, to: string): TrendDay[] {
  const spun = new Map(rows.map((row) => [row.day, row]));
  const days: TrendDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(spun.get(day) ?? { day, spins: 0, averageMs: null, longestMs: null });
  }
  return days;
}
