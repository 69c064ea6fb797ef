import { type SQL, sql } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import type { DateRange } from "./date-range";

/** The day of a rollup over all time. */
export const ALL_DAYS = "0001-01-01";
const FIRST_DAY = "0001-01-02";
const LAST_DAY = "9999-12-31";
/** The key of a rollup over the whole tenant. */
export const WHOLE_TENANT = "00000000-0000-0000-0000-000000000000";

/** Values for `inRange`. */
export type Rolled = { grain: Grain; from: string; to: string };
type Grain = (typeof liveRollups.grain.enumValues)[number];

/** What figures are about: the whole tenant, or one spinner or person of it. */
export type Subject = { kind: "tenant" } | { kind: "spinner" | "person"; id: string };

/** One spinner or person. */
export type OneSubject = Exclude<Subject, { kind: "tenant" }>;

export const TENANT: Subject = { kind: "tenant" };

const GRAINS = {
  tenant: { always: "total", daily: "day" },
  spinner: { always: "spinner", daily: "spinner_day" },
  person: { always: "person", daily: "person_day" },
} as const;

/** Which rollups add up to a range: one a key for all time, else one a key and day. Open ends reach over all days. */
export function rolledUp(range: DateRange, kind: Subject["kind"]): Rolled {
  const { always, daily } = GRAINS[kind];
  const days = daysOf(range);
  return { grain: days.from === ALL_DAYS ? always : daily, ...days };
}

/** The days whose sketches add up to a range: that of all time, or each. Open ends reach over all days. */
export function daysOf({ from, to }: DateRange): { from: string; to: string } {
  if (from === null && to === null) return { from: ALL_DAYS, to: ALL_DAYS };
  return { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
}

/** The same by the day, also over all time. */
export function rolledUpByDay(range: DateRange, kind: Subject["kind"]): Rolled {
  return rolledUp({ from: range.from ?? FIRST_DAY, to: range.to }, kind);
}

export function keyOf(subject: Subject): string {
  return subject.kind === "tenant" ? WHOLE_TENANT : subject.id;
}

/** The condition that `rolledUp` gives the values for. */
export function inRange(values: { grain: unknown; from: unknown; to: unknown }): SQL {
  return sql`${liveRollups.grain} = ${values.grain} AND ${liveRollups.day} BETWEEN ${values.from} AND ${values.to}`;
}

/** Sums over the rollups of a group. Averages are sums over counts, never averages of averages. */
export const summed = {
  spins: sql`coalesce(sum(${liveRollups.spins}), 0)`.mapWith(Number),
  totalMs: sql`coalesce(sum(${liveRollups.totalMs}), 0)`.mapWith(Number),
  averageMs: sql<number | null>`round(sum(${liveRollups.totalMs}) / nullif(sum(${liveRollups.spins}), 0), 3)`.mapWith(
    Number,
  ),
  longestMs: sql<number | null>`max(${liveRollups.longestMs})`.mapWith(Number),
};

/** The average as compared: to twenty decimals, so that only equal averages are equal. */
export const exactAverage = sql`sum(${liveRollups.totalMs})::numeric(40, 20) / sum(${liveRollups.spins})`;
