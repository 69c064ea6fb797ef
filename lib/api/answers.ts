import { z } from "zod";
import type { Distribution as SpreadOfDurations } from "@/lib/figures/distribution";
import type { Standing } from "@/lib/figures/types";
import type { Spin } from "@/lib/spins/types";

const average = z.number().nullable().describe("Milliseconds, exact to three decimals; null without spins.");
const count = z.int();
const id = z.uuid();

export const Recorded = z.object({ accepted: count, duplicates: count, ids: z.array(id) });

export const SpinAnswer = z.object({
  id,
  spinner: id,
  spinner_name: z.string(),
  person: id,
  person_name: z.string(),
  duration_ms: count,
  spun_at: z.iso.datetime(),
});

export const Spins = z.object({
  spins: z.array(SpinAnswer),
  next_cursor: z.string().nullable(),
});

export const Averages = z.object({ spins: count, total_ms: count, average_ms: average });

export const Leaderboard = z.object({
  entries: z.array(
    z.object({ rank: count, id, name: z.string(), spins: count, average_ms: average, longest_ms: count.nullable() }),
  ),
});

export const Trend = z.object({ days: z.array(z.object({ day: z.iso.date(), spins: count, average_ms: average })) });

export const SpinnerAnswer = z.object({ id, name: z.string() });

const figures = { spins: count, average_ms: average, longest_ms: count.nullable() };

export const Spinners = z.object({
  spinners: z.array(SpinnerAnswer.extend(figures)),
  next_cursor: z.string().nullable(),
});

export const People = z.object({
  people: z.array(z.object({ id, name: z.string(), email: z.string(), role: z.string(), ...figures })),
  next_cursor: z.string().nullable(),
});

const named = z.array(z.object({ id, name: z.string() }));

export const SearchResults = z.object({ people: named, spinners: named });

const quantile = count.nullable().describe("Milliseconds, within two percent; null without spins.");

const Spread = z.object({
  spins: count,
  median_ms: quantile,
  p95_ms: quantile,
  histogram: z.array(z.object({ over_ms: count, to_ms: count, spins: count })),
});

export const Distribution = Spread.extend({ relative_error: z.number(), previous: Spread.nullable() });

export const Longest = z.object({ spins: z.array(SpinAnswer), previous: z.array(SpinAnswer).nullable() });

const Streak = z.object({ days: count, from: z.iso.date().nullable(), to: z.iso.date().nullable() });
const BothStreaks = z.object({ longest: Streak, current: Streak });

export const Streaks = BothStreaks.extend({ previous: BothStreaks.nullable() });

export function distributionAnswer({ spins, medianMs, p95Ms, histogram }: SpreadOfDurations) {
  return {
    spins,
    median_ms: medianMs,
    p95_ms: p95Ms,
    histogram: histogram.map(({ overMs, toMs, spins }) => ({ over_ms: overMs, to_ms: toMs, spins })),
  };
}

export function spinAnswer({ id, spinner, person, durationMs, spunAt }: Spin) {
  return {
    id,
    spinner: spinner.id,
    spinner_name: spinner.name,
    person: person.id,
    person_name: person.name,
    duration_ms: durationMs,
    spun_at: spunAt,
  };
}

export function standingAnswer({ rank, id, name, spins, averageMs, longestMs }: Standing) {
  return { rank, id, name, spins, average_ms: averageMs, longest_ms: longestMs };
}
