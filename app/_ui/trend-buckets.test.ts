import { describe, expect, it } from "vitest";
import type { TrendDay } from "@/lib/figures/types";
import { trendBuckets } from "./trend-buckets";

describe("trendBuckets", () => {
  it("leaves ninety days as they are", () => {
    const { unit, buckets } = trendBuckets(daysFrom("2026-08-25", 90));
    expect(unit).toBe("day");
    expect(buckets).toHaveLength(90);
    expect(buckets[0]).toEqual({ from: "2026-08-25", to: "2026-08-25", spins: 1, averageMs: 1000, longestMs: 1000 });
  });

  it("groups ninety-one days by weeks that begin on Monday", () => {
    const { unit, buckets } = trendBuckets(daysFrom("2026-08-26", 91));
    expect(unit).toBe("week");
    expect(buckets[0]).toMatchObject({ from: "2026-08-26", to: "2026-08-30", spins: 5 });
    expect(buckets[1]).toMatchObject({ from: "2026-08-31", to: "2026-09-06", spins: 7 });
  });

  it.each([
    [365, "week"],
    [1_000, "month"],
    [3_660, "quarter"],
  ])("draws %d days by the %s, at most ninety of them", (count, unit) => {
    const trend = trendBuckets(daysFrom("2016-11-16", count));
    expect(trend.unit).toBe(unit);
    expect(trend.buckets.length).toBeLessThanOrEqual(90);
  });

  it("loses no spin", () => {
    const { buckets } = trendBuckets(daysFrom("2016-11-16", 3_660));
    expect(buckets.reduce((sum, { spins }) => sum + spins, 0)).toBe(3_660);
    expect(buckets.at(-1)?.to).toBe("2026-11-23");
  });

  it("weighs an average by its spins, so that a quiet day counts little", () => {
    const days = daysFrom("2026-08-03", 91);
    days[0] = { day: "2026-08-03", spins: 93, averageMs: 2000, longestMs: 3000 };
    expect(trendBuckets(days).buckets[0]).toMatchObject({ spins: 99, averageMs: 192_000 / 99, longestMs: 3000 });
  });

  it("has no average where nothing was spun", () => {
    const still = daysFrom("2026-08-03", 91).map(({ day }) => ({ day, spins: 0, averageMs: null, longestMs: null }));
    expect(trendBuckets(still).buckets[0]).toMatchObject({ spins: 0, averageMs: null });
  });

  it("has no buckets without days", () => expect(trendBuckets([]).buckets).toEqual([]));
});

function daysFrom(first: string, count: number): TrendDay[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10);
    return { day, spins: 1, averageMs: 1000, longestMs: 1000 };
  });
}
