import { sparkPath } from "./spark-path";

interface SparklineProps {
  /** In order; null leaves a gap. */
  values: readonly (number | null)[];
  /** Whether the foot is zero, else the least of them. */
  fromZero?: boolean;
}

/** How a figure went, too small to be read: the trend below says it in numbers, so hidden from assistive technology. */
export function Sparkline({ values, fromZero = false }: SparklineProps) {
  const drawn = values.filter((value) => value !== null);
  if (drawn.length < 2) return null;
  return (
    <dd className="sparkline" aria-hidden="true">
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path d={sparkPath(values, fromZero)} />
      </svg>
    </dd>
  );
}
