import fc from "fast-check";
import { expect, test } from "vitest";
import { bareCell, guardCell } from "./cell";

/* What spreadsheets run, and apostrophes, oftener than chance would have them. */
const nasty = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "a", ",", ";", '"', "🌀") });

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"])("%j is guarded", (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
});

test.each(["PokeSpinner", "it's", "'quoted'", "a=b", "", "2026-11-01"])("%j stays as it is", (text) => {
  expect(guardCell(text)).toBe(text);
  expect(bareCell(text)).toBe(text);
});

test("what was guarded comes back exactly, and no spreadsheet runs it", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(bareCell(guardCell(text))).toBe(text);
      expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
