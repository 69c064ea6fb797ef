import { expect, test } from "vitest";
import { sameDays } from "./same-days";

const day = (of: string, spins = 1) => ({ day: `2026-11-${of}`, spins, averageMs: spins, longestMs: spins });
const daysOf = (trend: ReturnType<typeof sameDays>[0]) => trend.map((each) => [each.day.slice(-2), each.averageMs]);

test("two trends are brought to the same days, however they lie to each other", () => {
  const [one, other] = sameDays([day("02"), day("03")], [day("04", 5)]);
  expect(daysOf(one)).toEqual([
    ["02", 1],
    ["03", 1],
    ["04", null],
  ]);
  expect(daysOf(other)).toEqual([
    ["02", null],
    ["03", null],
    ["04", 5],
  ]);
  expect(sameDays([day("04", 5)], [day("02"), day("03")])).toEqual([other, one]);
  expect(sameDays([day("02")], [day("02")])).toEqual([[day("02")], [day("02")]]);
  expect(sameDays([], [])).toEqual([[], []]);
});
