import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint";
import { readIdempotencyKey } from "./key";

const read = (value: string) => readIdempotencyKey(new Headers({ "Idempotency-Key": value }));

test.each([
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', "8e03978e-40d5-43dd-bc93-6894a57f9324"],
  ["8e03978e", "8e03978e"],
  ['"a\\"b\\\\c"', 'a"b\\c'],
  [`"${"k".repeat(255)}"`, "k".repeat(255)],
])("%s is a key", (given, key) => {
  expect(read(given)).toBe(key);
});

test.each([
  "",
  '""',
  '"',
  '"open',
  'a"b',
  '"a" "b"',
  '"a", "b"',
  "two words",
  '"a b"',
  '"\\n"',
  "k".repeat(256),
  "clé",
])("%j is refused", (given) => {
  expect(() => read(given)).toThrow(expect.objectContaining({ status: 400, code: "idempotency_key_invalid" }));
});

test("a request without one has none", () => {
  expect(readIdempotencyKey(new Headers())).toBeUndefined();
});

test("a fingerprint is of what is said, in whatever order fields come", () => {
  expect(fingerprint([{ a: 1, b: { c: 2, d: 3 } }])).toBe(fingerprint([{ b: { d: 3, c: 2 }, a: 1 }]));
  for (const other of [[{ a: 1, b: { c: 2, d: "3" } }], [{ a: 1 }], { 0: { a: 1, b: { c: 2, d: 3 } } }]) {
    expect(fingerprint(other)).not.toBe(fingerprint([{ a: 1, b: { c: 2, d: 3 } }]));
  }
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
});
