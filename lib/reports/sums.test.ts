import { expect, test } from "vitest";
import { add, byAverage, figuresOf, NO_SPINS, type Sums } from "./sums";

function sums(spins: bigint, totalMs: bigint): Sums {
  return { spins, totalMs, longestMs: 1 };
}

test.each([
  [3n, 4n, 1.333],
  [3n, 5n, 1.667],
  [2_000n, 1n, 0.001],
  [2_001n, 1n, 0],
  [8n, 1n, 0.125],
  [1_000_000_000_000n, 86_399_999_999_999_500_000n, 86_400_000],
])("%i spins of %i ms in all last %d ms on average", (spins, totalMs, averageMs) => {
  expect(figuresOf(sums(spins, totalMs)).averageMs).toBe(averageMs);
});

test("without spins there is no average and no longest", () => {
  expect(figuresOf(NO_SPINS)).toEqual({ spins: 0, totalMs: 0, averageMs: null, longestMs: null });
  expect(figuresOf(add(NO_SPINS, sums(2n, 3n)))).toEqual({ spins: 2, totalMs: 3, averageMs: 1.5, longestMs: 1 });
});

test("averages that a division could not tell apart are told apart", () => {
  const [less, more] = [sums(10n ** 17n, 10n ** 17n - 1n), sums(1n, 1n)];
  expect(Number(less.totalMs) / Number(less.spins)).toBe(1);
  expect([byAverage(more, less), byAverage(less, more), byAverage(sums(2n, 4n), sums(3n, 6n))]).toEqual([-1, 1, 0]);
});
