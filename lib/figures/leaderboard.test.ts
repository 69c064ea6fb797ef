import { beforeAll, describe, expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { averages } from "./averages";
import { dashboard } from "./dashboard";
import { ALL_TIME } from "./date-range";
import { leaderboard } from "./leaderboard";
import { trend } from "./trend";

const PERSON = "someone@test.example";
let at: TenantScope;

beforeAll(async () => {
  at = await newScope();
  await addPerson(at, PERSON);
  await addPerson(at, "idle@test.example");
  const runs: Record<string, number[]> = {
    Third: [100, 101],
    First: [400],
    Alike: [299, 301],
    Equal: [300],
    Unspun: [],
    Also: [],
  };
  for (const [name, durations] of Object.entries(runs)) {
    await addSpinner(at, name);
    const spins = durations.map((ms) => ({
      spinner: name,
      person: PERSON,
      duration_ms: ms,
      spun_at: "2026-11-10T12:00:00Z",
    }));
    if (spins.length > 0) await recordSpins(at, { spins });
  }
});

describe("a leaderboard", () => {
  test("goes by average, shares ranks between equals, and puts what was never spun last", async () => {
    const lines = await leaderboard(at, "spinners", ALL_TIME);
    expect(lines.map(({ rank, name, averageMs }) => [rank, name, averageMs])).toEqual([
      [1, "First", 400],
      [2, "Alike", 300],
      [2, "Equal", 300],
      [4, "Third", 100.5],
      [5, "Also", null],
      [5, "Unspun", null],
    ]);
  });

  test("is cut at its limit, ties and all", async () => {
    const lines = await leaderboard(at, "spinners", ALL_TIME, 2);
    expect(lines.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  test("of a range in which nothing was spun has nobody with an average", async () => {
    const lines = await leaderboard(at, "people", { from: "2026-01-01", to: "2026-01-31" });
    expect(lines.map(({ rank, spins, averageMs }) => [rank, spins, averageMs])).toEqual([
      [1, 0, null],
      [1, 0, null],
    ]);
  });

  test("of a range says the same as all time where all spins are in it", async () => {
    const ranged = await leaderboard(at, "people", { from: "2026-11-10", to: "2026-11-10" });
    expect(ranged).toEqual(await leaderboard(at, "people", ALL_TIME));
  });
});

test("averages are exact to three decimals, and null without spins", async () => {
  expect(await averages(at, ALL_TIME)).toEqual({ spins: 6, totalMs: 1_501, averageMs: 250.167, longestMs: 400 });
  const none = { spins: 0, totalMs: 0, averageMs: null, longestMs: null };
  expect(await averages(at, { from: "2026-11-11", to: null })).toEqual(none);
});

test("a trend has every day of its range", async () => {
  const days = await trend(at, { from: "2026-11-09", to: "2026-11-11" });
  expect(days).toEqual([
    { day: "2026-11-09", spins: 0, averageMs: null, longestMs: null },
    { day: "2026-11-10", spins: 6, averageMs: 250.167, longestMs: 400 },
    { day: "2026-11-11", spins: 0, averageMs: null, longestMs: null },
  ]);
});

test("an open trend begins with the first spin and ends today or later", async () => {
  const days = await trend(at, ALL_TIME);
  expect(days[0]?.day).toBe("2026-11-10");
  expect([days.at(-1)?.day, "2026-11-10"].toSorted()[0]).toBe("2026-11-10");
});

test("a dashboard says what its parts say, beside the range before", async () => {
  const parts = dashboard(at, { from: "2026-11-11", to: "2026-11-20" });
  const [headline, details] = await Promise.all([parts.headline, parts.details]);
  expect(headline.averages.spins).toBe(0);
  expect(headline.previous?.spins).toBe(6);
  expect(details.previous?.distribution.spins).toBe(6);
  expect(details.latest.map(({ spinner }) => spinner.name)).toContain("First");
  expect((await dashboard(at, ALL_TIME).headline).previous).toBeNull();
  expect((await dashboard(at, ALL_TIME).details).previous).toBeNull();
});
