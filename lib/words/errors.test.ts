import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AppError } from "@/lib/app-error";
import { en } from "./en";
import { errorText, faultText } from "./error-text";

/** Where no page is on the way to the reader: command lines, the API alone, what refuses before there is a page. */
const NO_PAGES = /^lib\/(cli|api|idempotency|moves|reports|servers|operators\/create|rate-limits|demo|live|db)\b/;
const ALSO_NONE = new Set([
  ...["slug_reserved", "slug_invalid", "slug_quarantined", "slug_taken", "placement_invalid", "plan_unknown"],
  ...["url_too_long", "url_malformed", "host_malformed", "host_foreign"],
]);

function codesIn(folder: string): { file: string; code: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !NO_PAGES.test(file))
    .flatMap((file) => {
      const made = readFileSync(file, "utf8").matchAll(/new AppError\(\s*"\w+",([^,]*),/g);
      return [...made].flatMap(([, code = ""]) =>
        [...code.matchAll(/"(\w+)"/g)].map(([, name = ""]) => ({ file, code: name })),
      );
    });
}

it("there are words for every error that a page can show", () => {
  const thrown = ["lib", "app"].flatMap(codesIn);
  expect(thrown.length).toBeGreaterThan(30);
  const speechless = thrown.filter(({ code }) => !ALSO_NONE.has(code) && !Object.hasOwn(en.errors, code));
  expect(speechless).toEqual([]);
});

it("values stand in the words of an error, and the API's own words where there are no others", () => {
  const wait = new AppError("throttled", "too_many_attempts", "…", { retryAfter: 900 });
  expect(errorText(wait)).toBe("Too many attempts. Please wait 15 minutes.");
  const faults = [{ path: "lines[7]", code: "csv_malformed", message: "…" }];
  expect(errorText(new AppError("invalid", "csv_malformed", "…", { faults }))).toBe("Line 7 is not well formed.");
  for (const code of ["unheard_of", "constructor", "__proto__"]) {
    expect(errorText(new AppError("conflict", code, "In the API's words."))).toBe("In the API's words.");
  }
});

it("a field at fault is told by what is wrong, or by which field it is", () => {
  const told = (path: string, code: string) => faultText({ path, code, message: "as the API says" });
  expect(told("name", "required")).toBe("is required");
  expect(told("lines[3].duration_ms", "invalid")).toBe(en.invalid.duration_ms);
  expect(told("toString", "invalid")).toBe("as the API says");
});
