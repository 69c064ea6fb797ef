import { foldLeftovers } from "@/lib/rollups/fold-soon";
import { latestSpins } from "@/lib/spins/list";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";
import { averages } from "./averages";
import { checkRange, type DateRange, previousRange } from "./date-range";
import { type Distribution, distribution } from "./distribution";
import { leaderboard } from "./leaderboard";
import { longestSpins } from "./longest";
import { type Streaks, streaksOf } from "./streaks";
import { trend } from "./trend";
import type { Averages, Standing, TrendDay } from "./types";

/** What is shown of a range, and of the one of the same length before. */
interface Period {
  averages: Averages;
  distribution: Distribution;
  streaks: Streaks;
}

export interface Dashboard {
  current: Period;
  /** Null for all time. */
  previous: Period | null;
  spinners: Standing[];
  people: Standing[];
  trend: TrendDay[];
  longest: Spin[];
  latest: Spin[];
}

/** All that a dashboard shows, from one snapshot and in one flight. Throws 422 `range_invalid`. */
export function dashboard(at: TenantScope, range: DateRange): Promise<Dashboard> {
  at.must("figures:read");
  checkRange(range);
  foldLeftovers(at);
  const before = previousRange(range);
  return at.read(async () => {
    const [now, past, spinners, people, longest, latest] = await Promise.all([
      period(at, range),
      before && period(at, before),
      leaderboard(at, "spinners", range),
      leaderboard(at, "people", range),
      longestSpins(at, range, 5),
      latestSpins(at, 5),
    ]);
    return { current: now, previous: past, spinners, people, trend: now.trend, longest, latest };
  });
}

async function period(at: TenantScope, range: DateRange): Promise<Period & { trend: TrendDay[] }> {
  const [sums, spread, days] = await Promise.all([averages(at, range), distribution(at, range), trend(at, range)]);
  return { averages: sums, distribution: spread, streaks: streaksOf(days), trend: days };
}
