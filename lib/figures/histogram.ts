import { type Bucket, middleOf } from "./sketch";

/** How many spins lasted longer than `overMs` and at most `toMs`. */
export interface Bar {
  overMs: number;
  toMs: number;
  spins: number;
}

/** Where bars end within a power of ten: round numbers, each about half as much again as the one before. */
const ENDS = [1, 1.5, 2, 3, 5, 7];

/** Bars with round ends from the shortest spin to the longest; a spin within two percent of an end may be beyond it. */
export function histogram(buckets: Bucket[]): Bar[] {
  const counts = new Map<number, number>();
  for (const { bucket, spins } of buckets) {
    const bar = barOf(middleOf(bucket));
    counts.set(bar, (counts.get(bar) ?? 0) + spins);
  }
  const numbers = [...counts.keys()];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    overMs: endOf(first + index - 1),
    toMs: endOf(first + index),
    spins: counts.get(first + index) ?? 0,
  }));
}

/** The number of the bar that holds a duration: 0 ends at 10 ms. */
function barOf(ms: number): number {
  let bar = Math.max(0, Math.floor(Math.log10(ms) - 1) * ENDS.length);
  while (endOf(bar) < ms) bar++;
  return bar;
}

function endOf(bar: number): number {
  if (bar < 0) return 0;
  return Math.round((ENDS[bar % ENDS.length] ?? 1) * 10 ** (1 + Math.floor(bar / ENDS.length)));
}
