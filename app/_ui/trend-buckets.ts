import type { TrendDay } from "@/lib/figures/types";

/** A stretch of days drawn as one point. Average in milliseconds over its spins, null without any. */
export interface TrendBucket {
  /** First and last day it covers. */
  from: string;
  to: string;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

export interface TrendBuckets {
  unit: "day" | "week" | "month" | "quarter";
  buckets: TrendBucket[];
}

const MOST = 90;
const DAY_MS = 86_400_000;

const GROUPINGS: { unit: TrendBuckets["unit"]; keyOf: (day: string) => string }[] = [
  { unit: "day", keyOf: (day) => day },
  { unit: "week", keyOf: mondayOf },
  { unit: "month", keyOf: (day) => day.slice(0, 7) },
];

/** Days in order, grouped by the shortest unit that leaves at most 90 points. Weeks begin on Monday. */
export function trendBuckets(days: readonly TrendDay[]): TrendBuckets {
  for (const { unit, keyOf } of GROUPINGS) {
    const buckets = grouped(days, keyOf);
    if (buckets.length <= MOST) return { unit, buckets };
  }
  return { unit: "quarter", buckets: grouped(days, quarterOf) };
}

function grouped(days: readonly TrendDay[], keyOf: (day: string) => string): TrendBucket[] {
  const groups = new Map<string, TrendBucket>();
  for (const { day, spins, averageMs, longestMs } of days) {
    const key = keyOf(day);
    const before = groups.get(key) ?? { from: day, to: day, spins: 0, averageMs: null, longestMs: null };
    const totalMs = (before.averageMs ?? 0) * before.spins + (averageMs ?? 0) * spins;
    const sum = before.spins + spins;
    groups.set(key, {
      from: before.from,
      to: day,
      spins: sum,
      averageMs: sum === 0 ? null : totalMs / sum,
      longestMs: sum === 0 ? null : Math.max(before.longestMs ?? 0, longestMs ?? 0),
    });
  }
  return [...groups.values()];
}

function mondayOf(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
