import { words } from "@/lib/words/words";
import { formatCount, formatDay, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { TableHead } from "./table-head";
import { TableRows } from "./table-rows";
import type { TrendBucket, TrendBuckets } from "./trend-buckets";

/** The figures of a trend for those who would rather read them. */
export function TrendTable({ unit, buckets }: TrendBuckets) {
  const { trend, boards } = words();
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-5 py-3 font-medium text-soft hover:text-ink">{trend.asTable}</summary>
      <table className="figures" data-trend>
        <caption className="sr-only">{trend.caption[unit]}</caption>
        <TableHead text={[trend.unit[unit]]} figures={[boards.average, boards.spins]} />
        <TableRows rows={buckets.map(row)} />
      </table>
    </details>
  );
}

function row(bucket: TrendBucket): Markup {
  const { averageMs, spins } = bucket;
  return html`<tr><th scope="row">${daysOf(bucket)}</th><td>${formatSeconds(averageMs)}</td><td>${formatCount(spins)}</td></tr>`;
}

/** The days of a bucket: one, or the first and the last. */
export function daysOf({ from, to }: TrendBucket): string {
  return from === to ? formatDay(from) : words().trend.days(formatDay(from), formatDay(to));
}
