import { describe, expect, it } from "vitest";
import { trendScale } from "./trend-scale";

describe("trendScale", () => {
  it("puts round ticks around the smallest and the largest", () =>
    expect(trendScale([262_000, 341_000])).toEqual({
      low: 250_000,
      high: 350_000,
      ticks: [350_000, 300_000, 250_000],
    }));

  it.each([[[0]], [[1]], [[286_000]], [[300_000, 300_000]], [[0, 86_400_000]]])(
    "holds %j on an axis with some height and few ticks",
    (values) => {
      const { low, high, ticks } = trendScale(values);
      expect(high).toBeGreaterThan(low);
      expect(low).toBeLessThanOrEqual(Math.min(...values));
      expect(high).toBeGreaterThanOrEqual(Math.max(...values));
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect([ticks[0], ticks.at(-1)]).toEqual([high, low]);
    },
  );
});
