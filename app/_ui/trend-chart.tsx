import { words } from "@/lib/words/words";
import { EmptyState } from "./empty-state";
import { formatCount, formatDay, formatSeconds, formatSpins } from "./format";
import type { TrendBucket, TrendBuckets } from "./trend-buckets";
import { TrendFrame } from "./trend-frame";
import { barsPath, barWidth, linePath } from "./trend-paths";
import { trendScale } from "./trend-scale";
import { TrendTable } from "./trend-table";

/** How the average moves: a line, with the number of spins as bars beneath. Drawn here, so it needs no script. */
export function TrendChart({ unit, buckets }: TrendBuckets) {
  const { trend } = words();
  const averages = buckets.flatMap(({ averageMs }) => averageMs ?? []);
  return (
    <figure className="surface">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 pt-4 pb-5 max-sm:px-3.5">
        <h2 className="text-base font-semibold">{trend.title}</h2>
        {averages.length > 0 && <Legend unit={unit} most={Math.max(...buckets.map(({ spins }) => spins))} />}
      </figcaption>
      {averages.length === 0 ? (
        <EmptyState title={trend.empty} />
      ) : (
        <>
          <Plot averages={averages} buckets={buckets} />
          <TrendTable unit={unit} buckets={buckets} />
        </>
      )}
    </figure>
  );
}

function Legend({ unit, most }: { unit: TrendBuckets["unit"]; most: number }) {
  const { trend } = words();
  return (
    <span className="flex flex-wrap gap-x-5 text-xs text-soft">
      <span className="flex items-center gap-2">
        <span className="h-0.5 w-4 bg-accent" />
        {trend.average[unit]}
      </span>
      <span className="flex items-center gap-2">
        <span className="h-3 w-1.5 bg-brass/45" />
        {trend.spinsAtMost(formatCount(most))}
      </span>
    </span>
  );
}

interface PlotProps {
  averages: readonly number[];
  buckets: readonly TrendBucket[];
}

function Plot({ averages, buckets }: PlotProps) {
  const { trend } = words();
  const scale = trendScale(averages);
  return (
    <TrendFrame
      scale={scale}
      buckets={buckets}
      title={trend.drawing}
      description={summaryOf(averages, buckets)}
      read={trend.read}
    >
      <path
        className="stroke-brass/45 [vector-effect:none]"
        strokeWidth={barWidth(buckets.length)}
        d={barsPath(buckets)}
      />
      <path
        className="stroke-accent"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        d={linePath(buckets, scale)}
      />
    </TrendFrame>
  );
}

function summaryOf(averages: readonly number[], buckets: readonly TrendBucket[]): string {
  const first = buckets.at(0)?.from ?? "";
  const last = buckets.at(-1)?.to ?? "";
  const spins = buckets.reduce((sum, bucket) => sum + bucket.spins, 0);
  const [least, most] = [Math.min(...averages), Math.max(...averages)].map(formatSeconds);
  return words().trend.summary(formatSpins(spins), formatDay(first), formatDay(last), least ?? "", most ?? "");
}
