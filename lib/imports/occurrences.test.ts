import fc from "fast-check";
import { expect, test } from "vitest";
import { Occurrences } from "./occurrences";

/* Few different ones, that fall on the same places, and all at once. */
const half = fc.constantFrom(0, 1, 1_024, 2_048, 0xffff_ffff);

test("each is counted by itself, as in a Map", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 200 }), (pairs) => {
      const [table, known] = [new Occurrences(), new Map<string, number>()];
      for (const [high, low] of pairs) {
        const count = (known.get(`${high} ${low}`) ?? 0) + 1;
        known.set(`${high} ${low}`, count);
        expect(table.count(high, low)).toBe(count);
      }
    }),
  );
});

test("it grows, and forgets none", () => {
  const table = new Occurrences();
  for (let time = 1; time <= 2; time++) {
    for (let each = 0; each < 20_000; each++)
      expect(table.count(each % 7, Math.imul(each, 2_654_435_761) >>> 0)).toBe(time);
  }
});
