import { describe, expect, test } from "vitest";
import { addDays } from "./date-range";
import { streaksOf } from "./streaks";

/** Days from the first of November: `x` for one with a spin. */
function days(marks: string) {
  return [...marks].map((mark, index) => ({
    day: addDays("2026-11-01", index),
    spins: mark === "x" ? 1 : 0,
  }));
}

describe("streaks", () => {
  test.each([
    ["", 0, 0, null],
    ["...", 0, 0, null],
    ["x", 1, 1, "2026-11-01"],
    ["xxx.x", 3, 1, "2026-11-01"],
    ["xx.xxx", 3, 3, "2026-11-04"],
    ["xx.xxx.", 3, 3, "2026-11-04"],
    ["xx.xxx..", 3, 0, "2026-11-04"],
    ["xx.xx", 2, 2, "2026-11-04"],
  ])("of %j: longest %d, current %d", (marks, longest, current, from) => {
    const streaks = streaksOf(days(marks));
    expect([streaks.longest.days, streaks.current.days, streaks.longest.from]).toEqual([longest, current, from]);
  });
});
