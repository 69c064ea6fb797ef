import { foldLeftovers } from "@/lib/rollups/fold-soon";
import { latestSpins } from "@/lib/spins/list";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";
import { averages } from "./averages";
import { checkRange, type DateRange, previousRange } from "./date-range";
import { leaderboard } from "./leaderboard";
import { trend } from "./trend";
import type { Averages, Standing, TrendDay } from "./types";

export interface Dashboard {
  current: Averages;
  /** The range of the same length before; null for all time. */
  previous: Averages | null;
  spinners: Standing[];
  people: Standing[];
  trend: TrendDay[];
  latest: Spin[];
}

/** All that a dashboard shows, from one snapshot and in one flight. Throws 422 `range_invalid`. */
export function dashboard(at: TenantScope, range: DateRange): Promise<Dashboard> {
  at.must("figures:read");
  checkRange(range);
  foldLeftovers(at);
  const before = previousRange(range);
  return at.read(async () => {
    const [current, previous, spinners, people, days, latest] = await Promise.all([
      averages(at, range),
      before && averages(at, before),
      leaderboard(at, "spinners", range),
      leaderboard(at, "people", range),
      trend(at, range),
      latestSpins(at, 5),
    ]);
    return { current, previous, spinners, people, trend: days, latest };
  });
}
