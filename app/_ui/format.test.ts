import { describe, expect, it } from "vitest";
import { runInContext } from "@/lib/http/request-context";
import {
  changeOf,
  formatChange,
  formatClock,
  formatCount,
  formatDateTime,
  formatDay,
  formatDuration,
  formatSeconds,
} from "./format";

/** As somebody reads it whose browser says so. */
function readIn<T>(languages: string, read: () => T): T {
  return runInContext({ id: "test", address: "test", url: "/", secure: false, languages }, read);
}

describe("formatDuration", () => {
  it.each([
    [0, "0.0 s"],
    [45_200, "45.2 s"],
    [293_722, "4 min 53.7 s"],
    [3_720_000, "1 h 2 min"],
    [3_600_000_000, "1,000 h 0 min"],
  ])("reads %d ms as %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

  it.each([
    [59_949, "59.9 s"],
    [59_950, "1 min 0.0 s"],
    [3_599_949, "59 min 59.9 s"],
    [3_599_950, "1 h 0 min"],
  ])("rounds %d ms into the next unit, not past the end of its own: %s", (ms, text) =>
    expect(formatDuration(ms)).toBe(text),
  );

  it("has a dash for none", () => expect(formatDuration(null)).toBe("–"));
});

describe("formatClock", () => {
  it.each([
    [45_200, "45.2 s"],
    [60_000, "1:00"],
    [293_722, "4:54"],
    [3_599_400, "59:59"],
    [3_599_500, "1 h 0 min"],
  ])("shows %d ms as %s", (ms, text) => expect(formatClock(ms)).toBe(text));
});

describe("formatSeconds", () => {
  it.each([
    [293_722.222, "293.722 s"],
    [301_444.444, "301.444 s"],
    [286_000, "286.000 s"],
    [293_722.5, "293.723 s"],
    [1, "0.001 s"],
    [12_345_678, "12,345.678 s"],
  ])("shows %d ms to the millisecond: %s", (ms, text) => expect(formatSeconds(ms)).toBe(text));

  it("has a dash for none", () => expect(formatSeconds(null)).toBe("–"));
});

describe("changeOf", () => {
  it("is the difference in percent of what was before", () => {
    expect(changeOf(300, 250)).toBe(20);
    expect(changeOf(200, 250)).toBe(-20);
    expect(changeOf(0, 250)).toBe(-100);
  });

  it("is null without both figures, and from nothing", () => {
    expect(changeOf(null, 250)).toBeNull();
    expect(changeOf(250, null)).toBeNull();
    expect(changeOf(250, 0)).toBeNull();
  });
});

describe("formatChange", () => {
  it.each([
    [16.504, "+16.5 %"],
    [-3, "−3.0 %"],
    [0.04, "0.0 %"],
    [-0.04, "0.0 %"],
  ])("writes %d with its sign, unless it rounds to none: %s", (percent, text) =>
    expect(formatChange(percent)).toBe(text),
  );
});

describe("counts and dates", () => {
  it("groups thousands", () => expect(formatCount(1_234_567)).toBe("1,234,567"));

  it("keeps a day the day it is, wherever the server stands", () => expect(formatDay("2026-11-01")).toBe("1 Nov 2026"));

  it("shows an instant on the clock of the tenant", () => {
    expect(formatDateTime("2026-11-01T00:05:00.000Z", "UTC")).toBe("1 Nov 2026, 00:05");
    expect(formatDateTime("2026-11-01T00:05:00.000Z", "America/Sao_Paulo")).toBe("31 Oct 2026, 21:05");
  });

  it("writes them as the reader does, side by side with others", () => {
    expect(readIn("de-DE", () => formatSeconds(12_345_678))).toBe("12.345,678 s");
    expect(readIn("en-US", () => formatDay("2026-11-01"))).toBe("Nov 1, 2026");
    expect(readIn("de", () => formatChange(0.04))).toBe("0,0 %");
    expect(formatDay("2026-11-01")).toBe("1 Nov 2026");
  });
});
