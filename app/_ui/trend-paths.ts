import type { TrendBucket } from "./trend-buckets";
import type { TrendScale } from "./trend-scale";

/** The drawing is this wide; lines fill it down to `LINE_END`, bars stand on its foot below. */
export const WIDTH = 1000;
export const HEIGHT = 100;
export const LINE_END = 70;
const BAR_TOP = 78;

/** The averages as one path; a bucket without spins leaves a gap, one alone is a dot. */
export function linePath(buckets: readonly TrendBucket[], { low, high }: TrendScale): string {
  let path = "";
  let drawing = false;
  buckets.forEach(({ averageMs }, index) => {
    if (averageMs !== null) {
      const y = ((high - averageMs) / (high - low)) * LINE_END;
      const point = `${round(centre(index, buckets.length))} ${round(y)}`;
      path += drawing ? `L${point}` : `M${point}h0`;
    }
    drawing = averageMs !== null;
  });
  return path;
}

/** How many spins, as one path of upright strokes relative to the most. */
export function barsPath(buckets: readonly TrendBucket[]): string {
  const most = Math.max(1, ...buckets.map(({ spins }) => spins));
  return buckets
    .map(({ spins }, index) => {
      const top = HEIGHT - (spins / most) * (HEIGHT - BAR_TOP);
      return spins === 0 ? "" : `M${round(centre(index, buckets.length))} ${HEIGHT}V${round(top)}`;
    })
    .join("");
}

/** Bars leave some room between them, and never grow fat. */
export function barWidth(count: number): number {
  return round(Math.min((WIDTH / count) * 0.6, 24));
}

/** A line across for every tick of the axis. */
export function gridPath({ ticks }: TrendScale): string {
  return ticks.map((_, index) => `M0 ${round((index / (ticks.length - 1)) * LINE_END)}h${WIDTH}`).join("");
}

function centre(index: number, count: number): number {
  return ((index + 0.5) / count) * WIDTH;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
