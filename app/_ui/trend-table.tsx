import { formatCount, formatDay, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { TableHead } from "./table-head";
import { TableRows } from "./table-rows";
import type { TrendBucket, TrendBuckets } from "./trend-buckets";

/** The figures of a trend for those who would rather read them. */
export function TrendTable({ unit, buckets }: TrendBuckets) {
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-5 py-3 font-medium text-soft hover:text-ink">Show as table</summary>
      <table className="figures">
        <caption className="sr-only">Average and number of spins per {unit}</caption>
        <TableHead text={[TITLES[unit]]} figures={["Average", "Spins"]} />
        <TableRows rows={buckets.map(row)} />
      </table>
    </details>
  );
}

const TITLES = { day: "Day", week: "Week", month: "Month", quarter: "Quarter" };

function row(bucket: TrendBucket): Markup {
  const { averageMs, spins } = bucket;
  return html`<tr><th scope="row">${daysOf(bucket)}</th><td>${formatSeconds(averageMs)}</td><td>${formatCount(spins)}</td></tr>`;
}

function daysOf({ from, to }: TrendBucket): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
}
