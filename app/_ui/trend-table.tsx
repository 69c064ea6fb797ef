import { formatCount, formatDay, formatSeconds } from "./format";
import type { TrendBucket, TrendBuckets } from "./trend-buckets";

/** The figures of a trend for those who would rather read them. */
export function TrendTable({ unit, buckets }: TrendBuckets) {
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-5 py-3 font-medium text-soft hover:text-ink">Show as table</summary>
      <table className="figures">
        <caption className="sr-only">Average and number of spins per {unit}</caption>
        <thead>
          <tr>
            <th scope="col" className="text">
              {TITLES[unit]}
            </th>
            <th scope="col">Average</th>
            <th scope="col">Spins</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.from}>
              <th scope="row">{daysOf(bucket)}</th>
              <td>{formatSeconds(bucket.averageMs)}</td>
              <td>{formatCount(bucket.spins)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const TITLES = { day: "Day", week: "Week", month: "Month", quarter: "Quarter" };

function daysOf({ from, to }: TrendBucket): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
}
