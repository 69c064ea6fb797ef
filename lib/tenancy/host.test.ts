import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHost } from "./host";

const ROOT = "spinnertracking.com";

describe("a host names a surface", () => {
  test.each([
    ["spinnertracking.com", "apex"],
    ["www.spinnertracking.com", "apex"],
    ["admin.spinnertracking.com", "operator"],
    ["SPINNERTRACKING.com:443", "apex"],
  ])("%s is the %s", (host, kind) => {
    expect(parseHost(host, ROOT)).toEqual({ kind });
  });

  test.each(["ibm.spinnertracking.com", "IBM.SpinnerTracking.COM", "ibm.spinnertracking.com:8080"])(
    "%s is ibm, letter case and port apart",
    (host) => expect(parseHost(host, ROOT)).toEqual({ kind: "tenant", slug: "ibm" }),
  );

  test("in development the root has a port, and hosts may come with it or without", () => {
    expect(parseHost("ibm.localhost:3000", "localhost:3000")).toEqual({ kind: "tenant", slug: "ibm" });
    expect(parseHost("ibm.localhost", "localhost:3000")).toEqual({ kind: "tenant", slug: "ibm" });
    expect(parseHost("localhost", "localhost:3000")).toEqual({ kind: "apex" });
  });
});

describe("what is no tenant's", () => {
  test.each([
    "api.spinnertracking.com",
    "mail.spinnertracking.com",
    "static.spinnertracking.com",
    "status.spinnertracking.com",
    "ibm.vinta.spinnertracking.com",
    "www.ibm.spinnertracking.com",
    "xn--80ak6aa92e.spinnertracking.com",
    "ib.spinnertracking.com",
    "-ibm.spinnertracking.com",
    "ibm-.spinnertracking.com",
    `${"a".repeat(41)}.spinnertracking.com`,
    `${"a".repeat(64)}.spinnertracking.com`,
  ])("%s is nobody's", (host) => expect(parseHost(host, ROOT)).toEqual({ kind: "unknown" }));

  test.each([
    "ibm.evil.com",
    "ibm.spinnertracking.com.evil.com",
    "evilspinnertracking.com",
    "com",
    "127.0.0.1",
    "127.0.0.1:3000",
    "[::1]:3000",
  ])("%s is not our domain", (host) => expect(parseHost(host, ROOT)).toEqual({ kind: "foreign" }));

  test.each([
    undefined,
    null,
    "",
    ".",
    ".spinnertracking.com",
    "ibm..spinnertracking.com",
    "ibm.spinnertracking.com.",
    "ibm_x.spinnertracking.com",
    "ibm spinnertracking.com",
    "ibm.spinnertracking.com:",
    "ibm.spinnertracking.com:99999",
    "ibm.spinnertracking.com:80:80",
    "ibm@spinnertracking.com",
    "ıbm.spinnertracking.com",
    "ibm.spinnertracking.com/vinta",
    "ibm.spinnertracking.com\u0000",
    `${"a.".repeat(200)}spinnertracking.com`,
  ])("%j is no host name", (host) => expect(parseHost(host, ROOT)).toEqual({ kind: "malformed" }));
});

describe("whatever the header says", () => {
  test("a tenant is one label, exactly under the root", () => {
    const label = fc.stringMatching(/^[A-Za-z0-9.:@_-]{0,50}$/);
    const header = fc.oneof(fc.string(), fc.tuple(label, fc.constantFrom(`.${ROOT}`, ROOT, `.${ROOT}.evil.com`, "")));
    fc.assert(
      fc.property(header, (given) => {
        const host = typeof given === "string" ? given : given.join("");
        const surface = parseHost(host, ROOT);
        if (surface.kind !== "tenant") return;
        expect(host.toLowerCase().replace(/:\d+$/, "")).toBe(`${surface.slug}.${ROOT}`);
        expect(surface.slug).toMatch(/^[a-z0-9-]{3,40}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
