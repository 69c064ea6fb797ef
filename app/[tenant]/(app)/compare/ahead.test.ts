import { expect, test } from "vitest";
import { standing } from "./ahead";

test.each([
  [200, 100, "higher", ["ahead, +100.0 %", ""]],
  [100, 200, "higher", ["", "ahead, +100.0 %"]],
  [1, 3, "lower", ["ahead", ""]],
  [3, 1, "lower", ["", "ahead"]],
  [5, 5, "higher", ["level", "level"]],
  [null, 5, "higher", ["", "ahead"]],
  [null, 5, "lower", ["", "ahead"]],
  [5, null, "lower", ["ahead", ""]],
  [5, 0, "higher", ["ahead", ""]],
  [null, null, "higher", ["", ""]],
] as const)("of %s and %s, %s being better, it says who is ahead", (one, other, better, said) => {
  expect(standing({ values: [one, other], better })).toEqual(said);
});
