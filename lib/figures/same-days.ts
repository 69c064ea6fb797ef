import { addDays } from "./date-range";
import type { TrendDay } from "./types";

/** Two trends over the same days: each begins with the earlier of both, and ends with the later; none is empty. */
export function sameDays(one: readonly TrendDay[], other: readonly TrendDay[]): [TrendDay[], TrendDay[]] {
  const days = [...one, ...other].map(({ day }) => day).toSorted();
  const [from = "", to = ""] = [days[0], days.at(-1)];
  return [between(one, from, to), between(other, from, to)];
}

function between(trend: readonly TrendDay[], from: string, to: string): TrendDay[] {
  const known = new Map(trend.map((each) => [each.day, each]));
  const days: TrendDay[] = [];
  for (let day = from; day !== "" && day <= to; day = addDays(day, 1)) {
    days.push(known.get(day) ?? { day, spins: 0, averageMs: null, longestMs: null });
  }
  return days;
}
