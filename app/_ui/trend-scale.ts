export interface TrendScale {
  low: number;
  high: number;
  /** From the top of the axis to the bottom, evenly apart. */
  ticks: number[];
}

const INTERVALS = 3;

/** A round axis around some milliseconds, of which there is at least one: wide enough for the smallest and largest. */
export function trendScale(values: readonly number[]): TrendScale {
  const smallest = Math.min(...values);
  const largest = Math.max(...values);
  const step = roundUp(Math.max(largest - smallest, largest / 10, 1) / INTERVALS);
  const low = Math.floor(smallest / step) * step;
  const high = Math.max(Math.ceil(largest / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, i) => high - i * step) };
}

/** The next of 1, 2, 5, 10, 20, 50, … */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= value) ?? 10;
  return factor * power;
}
