import { formatSeconds } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import { TableRows } from "@/app/_ui/table-rows";
import type { TrendBuckets } from "@/app/_ui/trend-buckets";
import { daysOf } from "@/app/_ui/trend-table";
import { words } from "@/lib/words/words";

interface CompareTrendTableProps {
  one: TrendBuckets;
  other: TrendBuckets;
  names: readonly [string, string];
}

/** The averages of both, for those who would rather read them; and for the drawing, which says whose each is. */
export function CompareTrendTable({ one: { unit, buckets }, other, names }: CompareTrendTableProps) {
  const { trend, comparison } = words();
  const rows = buckets.map((bucket, index) => {
    const pair = [bucket.averageMs, other.buckets[index]?.averageMs ?? null];
    const cells = pair.map((ms, of) => html`<td><span hidden>${names[of] ?? ""}: </span>${formatSeconds(ms)}</td>`);
    return html`<tr><th scope="row">${daysOf(bucket)}</th>${cells}</tr>`;
  });
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-5 py-3 font-medium text-soft hover:text-ink">{trend.asTable}</summary>
      <table className="figures" data-trend>
        <caption className="sr-only">{comparison.caption[unit]}</caption>
        <thead>
          <tr>
            <th scope="col" className="text">
              {trend.unit[unit]}
            </th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <TableRows rows={rows} />
      </table>
    </details>
  );
}
