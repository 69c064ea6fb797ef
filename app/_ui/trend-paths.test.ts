import { describe, expect, it } from "vitest";
import { barsPath, linePath } from "./trend-paths";

const SCALE = { low: 0, high: 100, ticks: [100, 0] };

describe("linePath", () => {
  it("joins neighbours, breaks at a gap, and draws one alone as a dot", () =>
    expect(linePath([at(100), at(50), at(null), at(0)], SCALE)).toBe("M125 0h0L375 35M875 70h0"));
});

describe("barsPath", () => {
  it("stands bars on the foot, the most reaching highest, and none for no spins", () =>
    expect(barsPath([at(1, 10), at(null, 0), at(1, 5), at(1, 10)])).toBe("M125 100V78M625 100V89M875 100V78"));
});

function at(averageMs: number | null, spins = 1) {
  return { from: "2026-11-01", to: "2026-11-01", spins, averageMs, longestMs: averageMs };
}
