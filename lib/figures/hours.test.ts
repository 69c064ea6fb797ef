import { expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { fold } from "@/lib/rollups/fold";
import { recordSpins } from "@/lib/spins/record";
import { ALL_TIME } from "./date-range";
import { hours } from "./hours";

async function workshop(times: string[], timeZone: string) {
  const at = await newScope({ timeZone });
  await addPerson(at);
  await addSpinner(at, "Comet");
  const spins = times.map((spun_at, index) => ({
    spinner: "Comet",
    person: "someone@test.example",
    duration_ms: (index + 1) * 1_000,
    spun_at,
  }));
  await recordSpins(at, { spins });
  return at;
}

test("spins are counted by the weekday and hour they began in where the tenant is, folded or not", async () => {
  const times = [
    "2026-11-01T23:30:00Z", // Monday half past midnight in Berlin, Sunday in London
    "2026-11-02T00:15:00Z",
    "2026-11-08T22:59:59.999Z", // the last moment of a Sunday
    "2026-11-08T23:00:00Z",
  ];
  const [at] = await Promise.all([workshop(times, "Europe/Berlin"), workshop([times[3] ?? ""], "Asia/Tokyo")]);
  for (const folded of [false, true]) {
    if (folded) await fold(at);
    expect(await hours(at, ALL_TIME)).toEqual([
      { weekday: 1, hour: 0, spins: 2, totalMs: 5_000 },
      { weekday: 1, hour: 1, spins: 1, totalMs: 2_000 },
      { weekday: 7, hour: 23, spins: 1, totalMs: 3_000 },
    ]);
    expect(await hours(at, { from: "2026-11-08", to: "2026-11-09" })).toEqual([
      { weekday: 1, hour: 0, spins: 1, totalMs: 4_000 },
      { weekday: 7, hour: 23, spins: 1, totalMs: 3_000 },
    ]);
    expect(await hours(at, { from: "2026-11-03", to: "2026-11-07" })).toEqual([]);
  }
});

test("the hour that comes twice in autumn is one hour", async () => {
  const at = await workshop(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"], "Europe/Berlin");
  expect(await hours(at, ALL_TIME)).toEqual([{ weekday: 7, hour: 2, spins: 2, totalMs: 3_000 }]);
});

test("a range that ends before it begins is refused", async () => {
  const at = await newScope();
  await expect(hours(at, { from: "2026-11-02", to: "2026-11-01" })).rejects.toMatchObject({ code: "range_invalid" });
  expect(await hours(at, ALL_TIME)).toEqual([]);
});
