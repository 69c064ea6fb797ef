import { EmptyState } from "@/app/_ui/empty-state";
import { formatDay, formatSeconds, formatSpins } from "@/app/_ui/format";
import { type TrendBuckets, trendBuckets } from "@/app/_ui/trend-buckets";
import { TrendFrame } from "@/app/_ui/trend-frame";
import { linePath } from "@/app/_ui/trend-paths";
import { trendScale } from "@/app/_ui/trend-scale";
import { sameDays } from "@/lib/figures/same-days";
import type { TrendDay } from "@/lib/figures/types";
import { words } from "@/lib/words/words";
import { CompareTrendTable } from "./compare-trend-table";

type Pair<T> = readonly [T, T];

interface CompareChartProps {
  names: Pair<string>;
  days: Pair<readonly TrendDay[]>;
}

/** The averages of two in one drawing: the second is dashed, so that they are told apart without colour. */
export function CompareChart({ names, days }: CompareChartProps) {
  const { comparison } = words();
  const [one, other] = sameDays(...days).map(trendBuckets);
  const averages = [one, other].flatMap((each) => each?.buckets ?? []).flatMap(({ averageMs }) => averageMs ?? []);
  return (
    <figure className="surface">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 pt-4 pb-5 max-sm:px-3.5">
        <h2 className="text-base font-semibold">{comparison.trend}</h2>
        {averages.length > 0 && <Legend names={names} />}
      </figcaption>
      {one && other && averages.length > 0 ? (
        <>
          <Lines one={one} other={other} names={names} averages={averages} />
          <CompareTrendTable one={one} other={other} names={names} />
        </>
      ) : (
        <EmptyState title={comparison.empty} />
      )}
    </figure>
  );
}

function Legend({ names: [one, other] }: Pick<CompareChartProps, "names">) {
  return (
    <span className="flex min-w-0 flex-wrap gap-x-5 text-xs text-soft">
      <span className="flex min-w-0 items-center gap-2">
        <span className="w-6 flex-none border-t-2 border-accent" />
        {one}
      </span>
      <span className="flex min-w-0 items-center gap-2">
        <span className="w-6 flex-none border-t-2 border-dashed border-brass" />
        {other}
      </span>
    </span>
  );
}

interface LinesProps extends Pick<CompareChartProps, "names"> {
  one: TrendBuckets;
  other: TrendBuckets;
  averages: readonly number[];
}

function Lines({ one, other, names, averages }: LinesProps) {
  const { comparison } = words();
  const scale = trendScale(averages);
  const line = { strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" } as const;
  return (
    <TrendFrame
      scale={scale}
      buckets={one.buckets}
      title={comparison.drawing}
      description={[summaryOf(names[0], one), summaryOf(names[1], other)].join(" ")}
      read={comparison.read}
      linesOnly
    >
      <path className="stroke-accent" {...line} d={linePath(one.buckets, scale)} />
      <path className="stroke-brass" {...line} strokeDasharray="6 6" d={linePath(other.buckets, scale)} />
    </TrendFrame>
  );
}

function summaryOf(name: string, { buckets }: TrendBuckets): string {
  const { comparison } = words();
  const spins = formatSpins(buckets.reduce((sum, bucket) => sum + bucket.spins, 0));
  const averages = buckets.flatMap(({ averageMs }) => averageMs ?? []);
  const [from, to] = [buckets.at(0)?.from ?? "", buckets.at(-1)?.to ?? ""].map(formatDay);
  const [least, most] = averages.length > 0 ? [Math.min(...averages), Math.max(...averages)] : [null, null];
  return comparison.summary(name, spins, `${from}`, `${to}`, formatSeconds(least), formatSeconds(most));
}
