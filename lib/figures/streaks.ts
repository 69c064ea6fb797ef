import type { TrendDay } from "./types";

/** Days in a row on each of which something was spun. */
export interface Streak {
  days: number;
  /** Null without any. */
  from: string | null;
  to: string | null;
}

export interface Streaks {
  longest: Streak;
  /** The one that is still going on: it reaches the last day, or the day before, which is not over yet. */
  current: Streak;
}

const NONE: Streak = { days: 0, from: null, to: null };

/** The streaks of a trend's days, which are in order and without a gap. Of two as long the later one counts. */
export function streaksOf(trend: readonly Pick<TrendDay, "day" | "spins">[]): Streaks {
  let [longest, running, before] = [NONE, NONE, NONE];
  for (const { day, spins } of trend) {
    before = running;
    running = spins === 0 ? NONE : { days: running.days + 1, from: running.from ?? day, to: day };
    if (running.days > 0 && running.days >= longest.days) longest = running;
  }
  return { longest, current: running.days > 0 ? running : before };
}
