import { expect, test } from "vitest";
import { parseSlug } from "./slug";

test.each(["ibm", "a1b", "acme-2", "a".repeat(40)])("%s is an address", (slug) => expect(parseSlug(slug)).toBe(slug));

test("letter case and outer spaces do not count", () => expect(parseSlug(" IBM ")).toBe("ibm"));

test.each(["", "ab", "a".repeat(41), "a_b", "a.b", "-ab", "ab-", "ab--c", "xn--p1ai", "іbm", "a b", "abc\u0000"])(
  "%j is no address",
  (slug) => expect(() => parseSlug(slug)).toThrow(expect.objectContaining({ code: "slug_invalid", status: 422 })),
);

test.each(["api", "admin", "www", "mail", "Static", "pg_catalog", "public"])("%s is reserved", (slug) =>
  expect(() => parseSlug(slug)).toThrow(expect.objectContaining({ code: "slug_reserved", status: 422 })),
);
