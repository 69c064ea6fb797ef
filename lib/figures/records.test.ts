import { describe, expect, test } from "vitest";
import { PEOPLE, spin, threeSpinners } from "@/e2e/fixtures/merging";
import { asPerson } from "@/e2e/fixtures/tenants";
import { fold } from "@/lib/rollups/fold";
import { mergeSpinners } from "@/lib/spinners/merge";
import { correctSpin } from "@/lib/spins/correct";
import { recordSpins } from "@/lib/spins/record";
import { removeSpin } from "@/lib/spins/remove";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import { ALL_TIME } from "./date-range";
import { placeOf } from "./place";
import { recordsOf } from "./records";
import { subjectFigures } from "./subject";

/** Berlin days: Comet spins on the 1st, 2nd and 3rd of November and on the 5th, by one and the other. */
async function spun() {
  const all = await threeSpinners();
  const other = PEOPLE[1];
  const spins = {
    first: spin("Comet", 2_000, { spun_at: "2026-10-31T23:30:00Z" }),
    second: spin("Comet", 9_000, { spun_at: "2026-11-02T09:00:00Z", person: other }),
    equal: spin("Comet", 9_000, { spun_at: "2026-11-02T08:00:00Z" }),
    third: spin("Comet", 9_000, { spun_at: "2026-11-03T22:59:00Z" }),
    late: spin("Comet", 1_000, { spun_at: "2026-11-05T12:00:00Z", person: other }),
    ninja: spin("Ninja", 9_000, { spun_at: "2026-11-01T12:00:00Z" }),
    alike: spin("Titan", 9_000, { spun_at: "2026-11-06T12:00:00Z" }),
  };
  await recordSpins(all.at, { spins: [spins.late, spins.third, spins.ninja] });
  await fold(all.at);
  await recordSpins(all.at, { spins: [spins.first, spins.second, spins.equal, spins.alike] });
  return { ...all, spins };
}

describe("records", () => {
  test("are the longest spin, the first of those as long, the first spin of all, and days in a row", async () => {
    const { at, a, one, spins } = await spun();
    expect(await recordsOf(at, { kind: "spinner", id: a.id })).toMatchObject({
      longest: { id: spins.equal.id, durationMs: 9_000, person: { name: "one" } },
      first: { id: spins.first.id, spunAt: "2026-10-31T23:30:00.000Z" },
      streak: { days: 3, from: "2026-11-01", to: "2026-11-03" },
    });
    expect(await recordsOf(at, { kind: "person", id: one.id })).toMatchObject({
      longest: { id: spins.ninja.id, spinner: { name: "Ninja" } },
      first: { id: spins.first.id },
      streak: { days: 3, from: "2026-11-01" },
    });
  });

  test("follow corrections, removals and merges", async () => {
    const { at, a, b, spins } = await spun();
    await removeSpin(at, spins.equal.id);
    await correctSpin(at, spins.second.id, { duration_ms: 8_999 });
    expect(await recordsOf(at, { kind: "spinner", id: a.id })).toMatchObject({ longest: { id: spins.third.id } });
    await mergeSpinners(at, { from: a.id, into: b.id });
    expect(await recordsOf(at, { kind: "spinner", id: b.id })).toMatchObject({
      longest: { id: spins.ninja.id },
      first: { id: spins.first.id, spinner: { id: b.id } },
      streak: { days: 3 },
    });
  });

  test("of what was never spun, or is another tenant's, are none", async () => {
    const { at } = await threeSpinners();
    const none = { longest: null, first: null, streak: { days: 0, from: null, to: null } };
    const theirs = await spun();
    const mine = await threeSpinners();
    expect(await recordsOf(mine.at, { kind: "spinner", id: mine.a.id })).toEqual(none);
    await expect(recordsOf(at, { kind: "spinner", id: theirs.a.id })).rejects.toMatchObject({ status: 404 });
    const visitor = new TenantScope(at.tenant, VISITOR);
    await expect(recordsOf(visitor, { kind: "spinner", id: mine.a.id })).rejects.toMatchObject({ status: 403 });
    expect(await recordsOf(asPerson(theirs.at, "member"), { kind: "spinner", id: theirs.a.id })).not.toEqual(none);
  });
});

test("a place is that on the board of the range, shared by equals, and none without a spin in it", async () => {
  const { at, a, b, c } = await spun();
  const place = (id: string, range = ALL_TIME) => placeOf(at, range, { kind: "spinner", id });
  expect([await place(a.id), await place(b.id), await place(c.id)]).toEqual([
    { rank: 3, of: 3 },
    { rank: 1, of: 3 },
    { rank: 1, of: 3 },
  ]);
  const day = { from: "2026-11-01", to: "2026-11-01" };
  expect([await place(a.id, day), await place(c.id, day)]).toEqual([{ rank: 2, of: 2 }, null]);
  await expect(place(a.id, { from: "2026-11-02", to: "2026-11-01" })).rejects.toMatchObject({ code: "range_invalid" });
});

test("a subject's figures stand beside those of the range before, and all is of one range", async () => {
  const { at, a } = await spun();
  const range = { from: "2026-11-02", to: "2026-11-03" };
  const figures = await subjectFigures(at, { kind: "spinner", id: a.id }, range);
  expect(figures).toMatchObject({
    current: { spins: 3, totalMs: 27_000 },
    previous: { spins: 1, totalMs: 2_000 },
    place: { rank: 1, of: 1 },
    records: { streak: { days: 3 } },
  });
  expect(figures.days.map(({ day, spins }) => [day, spins])).toEqual([
    ["2026-11-02", 2],
    ["2026-11-03", 1],
  ]);
  expect(await subjectFigures(at, { kind: "spinner", id: a.id }, ALL_TIME)).toMatchObject({ previous: null });
});
