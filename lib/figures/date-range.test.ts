import { describe, expect, test } from "vitest";
import { addDays, checkRange, isDay, lengthOf, previousRange, today } from "./date-range";

test.each(["2026-11-01", "2024-02-29", "2000-01-01"])("%s is a day", (day) => expect(isDay(day)).toBe(true));
test.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-11-01T00:00:00Z", "", "x"])(
  "%j is no day",
  (day) => expect(isDay(day)).toBe(false),
);

test("days add up over months, leap days and the turn of the year", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(lengthOf("2026-01-01", "2026-12-31")).toBe(365);
});

test("today is where the tenant is", () => {
  const instant = new Date("2026-11-01T03:30:00Z");
  expect(today("America/New_York", instant)).toBe("2026-10-31");
  expect(today("Europe/Berlin", instant)).toBe("2026-11-01");
});

test("the previous range is as long and ends the day before; all time has none", () => {
  expect(previousRange({ from: "2026-11-01", to: "2026-11-30" })).toEqual({ from: "2026-10-02", to: "2026-10-31" });
  expect(previousRange({ from: null, to: "2026-11-30" })).toBeNull();
});

describe("a range", () => {
  test.each([
    { from: "2026-11-02", to: "2026-11-01" },
    { from: "2000-01-01", to: "2026-01-01" },
  ])("from $from to $to is refused", (range) => {
    expect(() => checkRange(range)).toThrow(expect.objectContaining({ status: 422, code: "range_invalid" }));
  });
  test("of one day, of ten years and of all time is taken", () => {
    checkRange({ from: "2026-11-01", to: "2026-11-01" });
    checkRange({ from: "2016-11-02", to: "2026-11-01" });
    checkRange({ from: null, to: null });
  });
});
