import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { rollups } from "@/drizzle/tenant/schema";
import type { DateRange } from "./date-range";

/** The day of a rollup over all time. */
export const ALL_DAYS = "0001-01-01";
/** The key of a rollup over the whole tenant. */
export const WHOLE_TENANT = "00000000-0000-0000-0000-000000000000";

/** What figures are about: the whole tenant, or one spinner or person of it. */
export type Subject = { kind: "tenant" } | { kind: "spinner" | "person"; id: string };

export const TENANT: Subject = { kind: "tenant" };

const GRAINS = {
  tenant: { always: "total", daily: "day" },
  spinner: { always: "spinner", daily: "spinner_day" },
  person: { always: "person", daily: "person_day" },
} as const;

/** The rollups that add up to a range, of every key of a kind: one row a key for all time, else one a day. */
export function inRange(range: DateRange, kind: Subject["kind"]): SQL | undefined {
  const { always, daily } = GRAINS[kind];
  if (range.from === null && range.to === null) return and(eq(rollups.grain, always), eq(rollups.day, ALL_DAYS));
  return and(
    eq(rollups.grain, daily),
    range.from === null ? undefined : gte(rollups.day, range.from),
    range.to === null ? undefined : lte(rollups.day, range.to),
  );
}

/** The same, of one subject. */
export function ofSubject(range: DateRange, subject: Subject): SQL | undefined {
  const key = subject.kind === "tenant" ? WHOLE_TENANT : subject.id;
  return and(inRange(range, subject.kind), eq(rollups.key, key));
}

/** Sums over the rollups of a group. Averages are sums over counts, never averages of averages. */
export const summed = {
  spins: sql`coalesce(sum(${rollups.spins}), 0)`.mapWith(Number),
  totalMs: sql`coalesce(sum(${rollups.totalMs}), 0)`.mapWith(Number),
  averageMs: sql<number | null>`round(sum(${rollups.totalMs}) / nullif(sum(${rollups.spins}), 0), 3)`.mapWith(Number),
  longestMs: sql<number | null>`max(${rollups.longestMs})`.mapWith(Number),
};

/** The figures of one joined rollup, which may be missing. */
export function figuresOf(rollup: typeof rollups) {
  return {
    spins: sql`coalesce(${rollup.spins}, 0)`.mapWith(Number),
    averageMs: sql<number | null>`round(${rollup.totalMs}::numeric / ${rollup.spins}, 3)`.mapWith(Number),
    longestMs: sql<number | null>`${rollup.longestMs}`.mapWith(Number),
  };
}

/** The average as compared: to twenty decimals, so that only equal averages are equal. */
export const exactAverage = sql`sum(${rollups.totalMs})::numeric(40, 20) / sum(${rollups.spins})`;
