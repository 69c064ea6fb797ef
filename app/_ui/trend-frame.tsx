import { type ReactNode, useId } from "react";
import { words } from "@/lib/words/words";
import { formatCount, formatDay } from "./format";
import type { TrendBucket } from "./trend-buckets";
import { gridPath, HEIGHT, LINE_END, WIDTH } from "./trend-paths";
import { TrendReader } from "./trend-reader";
import type { TrendScale } from "./trend-scale";

interface TrendFrameProps {
  scale: TrendScale;
  /** The points along the foot. */
  buckets: readonly TrendBucket[];
  title: string;
  description: string;
  /** What its keys are for, to those who cannot see it. */
  read: string;
  /** Whether it ends where lines do, as nothing stands beneath them. */
  linesOnly?: boolean;
  /** The paths. */
  children: ReactNode;
}

/** What a trend is drawn in. The drawing stretches with the page while the labels, being text, do not. */
export function TrendFrame({ scale, buckets, title, description, read, linesOnly = false, children }: TrendFrameProps) {
  const id = useId();
  const { units } = words();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 px-5 pb-4 text-xs text-soft tabular-nums max-sm:px-3.5">
      <div aria-hidden="true" className="flex h-[10.5rem] flex-col justify-between text-right">
        {scale.ticks.map((tick) => (
          <span key={tick} className="leading-0">
            {units.seconds(formatCount(tick / 1000))}
          </span>
        ))}
      </div>
      <TrendReader label={read} count={buckets.length}>
        <svg
          className={linesOnly ? "trend-plot h-[10.5rem]" : "trend-plot"}
          viewBox={`0 0 ${WIDTH} ${linesOnly ? LINE_END : HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}t ${id}d`}
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{description}</desc>
          <path className="stroke-line" d={gridPath(scale)} />
          {children}
        </svg>
      </TrendReader>
      <DayLabels buckets={buckets} />
    </div>
  );
}

function DayLabels({ buckets }: Pick<TrendFrameProps, "buckets">) {
  const count = Math.min(buckets.length, 4);
  const labelled = Array.from({ length: count }, (_, i) => buckets[Math.floor((i * buckets.length) / count)]);
  return (
    <div
      aria-hidden="true"
      className="col-start-2 grid auto-cols-[minmax(0,1fr)] grid-flow-col whitespace-nowrap max-sm:*:even:invisible"
    >
      {labelled.map((bucket) => bucket && <span key={bucket.from}>{formatDay(bucket.from)}</span>)}
    </div>
  );
}
