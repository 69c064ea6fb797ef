import { expect, test } from "vitest";
import { addPerson, addSpinner, asPerson, newScope } from "@/e2e/fixtures/tenants";
import { addDays, today } from "@/lib/figures/date-range";
import { leaderboard } from "@/lib/figures/leaderboard";
import { newId } from "@/lib/new-id";
import { fold } from "@/lib/rollups/fold";
import type { TenantScope } from "@/lib/tenancy/scope";
import { landingOf } from "./landing";
import { recordSpins } from "./record";
import { removeSpin } from "./remove";

const ZONE = "Pacific/Auckland";

/** Noon on the day that is so many days ago there: safe from midnight and from changes of the clock. */
function noon(daysAgo: number): string {
  return `${addDays(today(ZONE), -daysAgo)}T00:00:00Z`;
}

async function workshop() {
  const at = await newScope({ timeZone: ZONE });
  const people: Record<string, string> = {};
  for (const name of ["me", "fast", "slow", "alike"]) people[name] = (await addPerson(at, `${name}@test.example`)).id;
  const comet = await addSpinner(at, "Comet");
  const spin = async (person: string, duration_ms: number, daysAgo = 1) => {
    const id = newId();
    const given = { id, spinner: "Comet", person: `${person}@test.example`, duration_ms, spun_at: noon(daysAgo) };
    await recordSpins(at, { spins: [given] });
    return id;
  };
  return { at, comet, people, spin, me: asPerson(at, "member", people.me) };
}

test("a first spin is the best there is, of one who was on no board before", async () => {
  const { me, comet, spin } = await workshop();
  expect(await landingOf(me, await spin("me", 5_000))).toEqual({
    durationMs: 5_000,
    spinner: { id: comet.id, name: "Comet" },
    personalBestMs: 5_000,
    previousBestMs: null,
    streakDays: 1,
    rank: 1,
    rankBefore: null,
    people: 1,
  });
});

test("the best before is the longest of the others, on the same day or another, folded or not", async () => {
  const { at, me, spin } = await workshop();
  await spin("fast", 99_000);
  const old = await spin("me", 4_000, 40);
  await spin("me", 3_000);
  const best = await spin("me", 9_000);
  for (const folded of [false, true]) {
    if (folded) await fold(at);
    expect(await landingOf(me, best)).toMatchObject({ personalBestMs: 9_000, previousBestMs: 4_000 });
    expect(await landingOf(me, old)).toMatchObject({ personalBestMs: 9_000, previousBestMs: 9_000 });
  }
  const equal = await spin("me", 9_000);
  expect(await landingOf(me, equal)).toMatchObject({ personalBestMs: 9_000, previousBestMs: 9_000 });
  await removeSpin(at, best);
  expect(await landingOf(me, equal)).toMatchObject({ personalBestMs: 9_000, previousBestMs: 4_000 });
});

test("a streak reaches today or yesterday, over any number of days", async () => {
  const { me, spin } = await workshop();
  for (const daysAgo of [9, 8, 5, 4, 3, 2]) await spin("me", 1_000, daysAgo);
  await spin("slow", 1_000, 1);
  const last = await spin("me", 1_000, 2);
  expect((await landingOf(me, last)).streakDays).toBe(0);
  const yesterday = await spin("me", 1_000, 1);
  expect((await landingOf(me, yesterday)).streakDays).toBe(5);
  expect((await landingOf(me, last)).streakDays).toBe(5);
});

test("the place is that on the people's board of the last 30 days, before too, ties and all", async () => {
  const { at, me, people, spin } = await workshop();
  await spin("fast", 8_000);
  await spin("alike", 4_000);
  await spin("slow", 1_000);
  await spin("slow", 90_000, 31);
  await spin("me", 2_000);
  const lifted = await spin("me", 6_000);
  const from = addDays(today(ZONE), -29);
  const standing = async (scope: TenantScope) =>
    (await leaderboard(scope, "people", { from, to: today(ZONE) })).find(({ id }) => id === people.me)?.rank;
  // Four seconds on average now, as one other; two before.
  expect(await landingOf(me, lifted)).toMatchObject({ rank: 2, rankBefore: 3, people: 4 });
  expect(await standing(at)).toBe(2);
  const sunk = await spin("me", 1);
  expect(await landingOf(me, sunk)).toMatchObject({ rank: 3, rankBefore: 2, people: 4 });
  expect(await standing(at)).toBe(3);
});

test("a spin of long ago changes no place, and who has no other is on no board", async () => {
  const { me, spin } = await workshop();
  await spin("fast", 8_000);
  const old = await spin("me", 90_000, 31);
  expect(await landingOf(me, old)).toMatchObject({ rank: null, rankBefore: null, people: 1 });
  await spin("me", 1_000);
  expect(await landingOf(me, old)).toMatchObject({ rank: 2, rankBefore: 2, people: 2 });
  const edge = await spin("me", 90_000, 29);
  expect(await landingOf(me, edge)).toMatchObject({ rank: 1, rankBefore: 2, people: 2 });
});

test("another person's spin and another tenant's are not here, whoever asks", async () => {
  const [ours, theirs] = [await workshop(), await workshop()];
  const [mine, other, foreign] = [await ours.spin("me", 1), await ours.spin("fast", 1), await theirs.spin("me", 1)];
  const admin = asPerson(ours.at, "admin", ours.people.slow);
  for (const [who, id] of [
    [ours.me, other],
    [ours.me, foreign],
    [ours.me, newId()],
    [ours.me, "x"],
    [admin, mine],
    [ours.at, mine],
  ] as const) {
    await expect(landingOf(who, id)).rejects.toMatchObject({ status: 404 });
  }
  expect(await landingOf(ours.me, mine.toUpperCase())).toMatchObject({ durationMs: 1 });
  expect(await landingOf(asPerson(ours.at, "member", ours.people.fast), other)).toMatchObject({ durationMs: 1 });
});
