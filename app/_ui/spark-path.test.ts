import { describe, expect, it } from "vitest";
import { sparkPath } from "./spark-path";

describe("sparkPath", () => {
  it("reaches from the least to the most", () => expect(sparkPath([1, 3, 2], false)).toBe("M0 100h0L50 0L100 50"));

  it("stands on zero where it counts", () => expect(sparkPath([2, 4], true)).toBe("M0 50h0L100 0"));

  it("leaves gaps, and draws one alone as a dot", () =>
    expect(sparkPath([1, null, 2], false)).toBe("M0 100h0M100 0h0"));

  it("is flat for what does not change", () => expect(sparkPath([5, 5], false)).toBe("M0 100h0L100 100"));
});
