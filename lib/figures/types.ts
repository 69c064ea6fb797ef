/** Sums over some spins. Times in whole milliseconds; the average to three decimals, null without spins. */
export interface Averages {
  spins: number;
  totalMs: number;
  averageMs: number | null;
  longestMs: number | null;
}

/** One line of a leaderboard: equal averages share a rank (1, 1, 3); what was never spun is last, without one. */
export interface Standing {
  rank: number;
  id: string;
  name: string;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

/** One day of a trend, in the tenant's time zone. */
export interface TrendDay {
  day: string;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}
