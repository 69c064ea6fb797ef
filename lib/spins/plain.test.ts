import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordSpins } from "./input";
import { plainSpins } from "./plain";

const ordinary = {
  id: "0192aaaa-0000-7000-8000-000000000001",
  spinner: "PokeSpinner 2",
  person: "someone@test.example",
  duration_ms: 93_500,
  spun_at: "2026-11-01T10:00:00Z",
};

/** Near misses of every kind, and what is right. */
const odd = {
  id: fc.constantFrom(
    undefined,
    ordinary.id,
    ordinary.id.toUpperCase(),
    "00000000-0000-0000-0000-000000000000",
    "1",
    7,
    null,
  ),
  spinner: fc.oneof(
    fc.string({ maxLength: 130 }),
    fc.string({ unit: "binary", maxLength: 10 }),
    fc.constantFrom(
      "Comet",
      " Comet",
      "Comet\u0000",
      "é",
      "e\u0301",
      "😀",
      "",
      ordinary.id,
      ordinary.id.toUpperCase(),
      "0".repeat(36),
      "00000000-0000-0000-0000-000000000000",
    ),
  ),
  person: fc.oneof(
    fc.emailAddress(),
    fc.string({ maxLength: 12 }),
    fc.constantFrom(ordinary.person, "A@B.example", "a..b@c.example", "a@b", "a@-b.example", ordinary.id),
  ),
  duration_ms: fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constantFrom(1, 0, -1, 1.5, 86_400_000, 86_400_001, "7", null, true),
  ),
  spun_at: fc.oneof(
    fc.date({ noInvalidDate: true }).map((time) => time.toISOString()),
    fc.constantFrom(
      undefined,
      "2026-02-30T10:00:00Z",
      "2024-02-29T10:00:00Z",
      "2026-11-01T24:00:00Z",
      "2026-11-01T10:00:60Z",
      "2026-11-01T10:00:00+01:00",
      "2026-11-01T10:00:00.1Z",
      "2026-11-01T10:00:00.1234Z",
      "2026-11-01",
      1_700_000_000,
      null,
    ),
  ),
};

test("what it takes, the schema takes for the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record(odd, { requiredKeys: ["spinner", "person", "duration_ms"] }), { minLength: 1, maxLength: 3 }),
      (spins) => {
        const plain = plainSpins({ spins });
        if (plain) expect(plain).toEqual(RecordSpins.parse({ spins }).spins);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("an ordinary batch is taken", () => {
  expect(plainSpins({ spins: [ordinary, { ...ordinary, spun_at: undefined, id: undefined }] })).toHaveLength(2);
});

describe("to the schema is left", () => {
  test.each([
    ["a field too many", { spins: [{ ...ordinary, tenant_id: ordinary.id }] }],
    ["a field too many beside the spins", { spins: [ordinary], more: 1 }],
    ["none", { spins: [] }],
    ["1,001", { spins: Array.from({ length: 1_001 }, () => ordinary) }],
    ["a list", [ordinary]],
    ["the future", { spins: [{ ...ordinary, spun_at: new Date(Date.now() + 360_000).toISOString() }] }],
    ["the 30th of February", { spins: [{ ...ordinary, spun_at: "2026-02-30T10:00:00Z" }] }],
  ])("%s", (_, input) => expect(plainSpins(input)).toBeUndefined());
});
