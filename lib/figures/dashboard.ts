import { foldLeftovers } from "@/lib/rollups/fold-soon";
import { hasSamples } from "@/lib/samples/has";
import { latestSpins } from "@/lib/spins/list";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";
import { averages } from "./averages";
import { ALL_TIME, checkRange, type DateRange, previousRange } from "./date-range";
import { type Distribution, distribution } from "./distribution";
import { type HourCell, hours } from "./hours";
import { type Board, leaderboard } from "./leaderboard";
import { longestSpins } from "./longest";
import { previousRanks } from "./place";
import { type Streaks, streaksOf } from "./streaks";
import { trend } from "./trend";
import type { Averages, Standing, TrendDay } from "./types";

/** What stands at the top: sums alone, so at hand at once. `previous` is null for all time. */
export interface Headline {
  averages: Averages;
  previous: Averages | null;
  trend: TrendDay[];
  /** Whether anything was ever spun here. */
  begun: boolean;
  /** Whether some of it is made up. */
  samples: boolean;
}

/** How durations are spread, and days in a row. */
export interface Spread {
  distribution: Distribution;
  streaks: Streaks;
}

/** A line of a board, and the rank it had in the period before. */
export type Moved = Standing & { previousRank: number | undefined };

/** What takes a large tenant longer. `previous` is null for all time. */
export interface Details {
  spread: Spread;
  previous: Spread | null;
  spinners: Moved[];
  people: Moved[];
  hours: HourCell[];
  longest: Spin[];
  latest: Spin[];
}

export interface Dashboard {
  headline: Promise<Headline>;
  details: Promise<Details>;
}

/**
 * All that a dashboard shows, from one snapshot and in one flight; the headline is there before the rest. Throws 422
 * `range_invalid`; both parts 503 `unavailable`.
 */
export function dashboard(at: TenantScope, range: DateRange): Dashboard {
  at.must("figures:read");
  checkRange(range);
  foldLeftovers(at);
  let tell: (headline: Headline) => void = () => {};
  const told = new Promise<Headline>((resolve) => {
    tell = resolve;
  });
  const details = at.read(async () => {
    const first = readHeadline(at, range);
    const second = readDetails(at, range, first);
    second.catch(() => {}); // where the first part fails, nobody asks for this one
    tell(await first);
    return second;
  });
  return { headline: Promise.race([told, details.then(() => told)]), details };
}

async function readHeadline(at: TenantScope, range: DateRange): Promise<Headline> {
  const before = previousRange(range);
  const [now, past, ever, samples, days] = await Promise.all([
    averages(at, range),
    before && averages(at, before),
    averages(at, ALL_TIME),
    hasSamples(at),
    trend(at, range),
  ]);
  return { averages: now, previous: past, trend: days, begun: ever.spins > 0, samples };
}

async function readDetails(at: TenantScope, range: DateRange, headline: Promise<Headline>): Promise<Details> {
  const before = previousRange(range);
  const [now, past, pastDays, spinners, people, cells, longest, latest, { trend: days }] = await Promise.all([
    distribution(at, range),
    before && distribution(at, before),
    before && trend(at, before),
    board(at, "spinners", range),
    board(at, "people", range),
    hours(at, range),
    longestSpins(at, range, 5),
    latestSpins(at, 5),
    headline,
  ]);
  return {
    spread: { distribution: now, streaks: streaksOf(days) },
    previous: past && pastDays && { distribution: past, streaks: streaksOf(pastDays) },
    spinners,
    people,
    hours: cells,
    longest,
    latest,
  };
}

async function board(at: TenantScope, kind: Board, range: DateRange): Promise<Moved[]> {
  const standings = await leaderboard(at, kind, range);
  const spun = standings.flatMap(({ id, averageMs }) => (averageMs === null ? [] : id));
  const ranks = await previousRanks(at, kind, range, spun);
  return standings.map((standing) => ({ ...standing, previousRank: ranks.get(standing.id) }));
}
