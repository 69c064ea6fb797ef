import { expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { ALL_TIME, previousRange } from "./date-range";
import { leaderboard } from "./leaderboard";
import { previousRanks } from "./place";

const NOW = { from: "2026-11-08", to: "2026-11-14" };

/** What each spinner spun for on average, in the week before and in the week. */
const RUNS: Record<string, { before: number[]; now: number[] }> = {
  Falling: { before: [900], now: [100] },
  Rising: { before: [300], now: [900] },
  Alike: { before: [200, 400], now: [300] },
  New: { before: [], now: [500] },
  Gone: { before: [400], now: [] },
};

async function workshop() {
  const at = await newScope();
  await addPerson(at);
  const ids: Record<string, string> = {};
  for (const [name, { before, now }] of Object.entries(RUNS)) {
    ids[name] = (await addSpinner(at, name)).id;
    const spin = (duration_ms: number, day: string) => ({
      spinner: name,
      person: "someone@test.example",
      duration_ms,
      spun_at: `${day}T12:00:00Z`,
    });
    const spins = [...before.map((ms) => spin(ms, "2026-11-01")), ...now.map((ms) => spin(ms, "2026-11-14"))];
    await recordSpins(at, { spins });
  }
  return { at, ids };
}

test("ranks are those of the whole board before, shared between equals, of those asked for alone", async () => {
  const { at, ids } = await workshop();
  const { Falling = "", Rising = "", Alike = "", New = "", Gone = "" } = ids;
  const all = [Falling, Rising, Alike, New, Gone, newId()];
  const expected = [
    [Falling, 1],
    [Gone, 2],
    [Rising, 3],
    [Alike, 3],
  ] as const;
  expect(await previousRanks(at, "spinners", NOW, all)).toEqual(new Map(expected));
  expect(await previousRanks(at, "spinners", NOW, [Alike])).toEqual(new Map([[Alike, 3]]));
  const board = await leaderboard(at, "spinners", previousRange(NOW) ?? ALL_TIME);
  const spun = board.filter(({ spins }) => spins > 0);
  expect(new Map(spun.map(({ id, rank }) => [id, rank]))).toEqual(new Map(expected));
});

test("people have theirs, another tenant's have none here", async () => {
  const [{ at }, theirs] = [await workshop(), await workshop()];
  const [person] = await leaderboard(at, "people", NOW);
  expect(await previousRanks(at, "people", NOW, [person?.id ?? ""])).toEqual(new Map([[person?.id, 1]]));
  expect(await previousRanks(at, "spinners", NOW, Object.values(theirs.ids))).toEqual(new Map());
});

test("there is nothing before all time, nor before nobody", async () => {
  const { at, ids } = await workshop();
  expect(await previousRanks(at, "spinners", ALL_TIME, Object.values(ids))).toEqual(new Map());
  expect(await previousRanks(at, "spinners", { from: NOW.from, to: null }, Object.values(ids))).toEqual(new Map());
  expect(await previousRanks(at, "spinners", NOW, [])).toEqual(new Map());
  const wrong = previousRanks(at, "spinners", { from: NOW.to, to: NOW.from }, Object.values(ids));
  await expect(wrong).rejects.toMatchObject({ code: "range_invalid" });
});
