import { describe, expect, test } from "vitest";
import { HEADER, imported, PERSON, ROW, stored, workshop } from "@/e2e/fixtures/importing";
import { isMergedWell, PEOPLE, spin, threeSpinners } from "@/e2e/fixtures/merging";
import { addSpinner, asPerson } from "@/e2e/fixtures/tenants";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { leaderboard } from "@/lib/figures/leaderboard";
import { longestSpins } from "@/lib/figures/longest";
import { newId } from "@/lib/new-id";
import { fold } from "@/lib/rollups/fold";
import { correctSpin } from "@/lib/spins/correct";
import { formOptions } from "@/lib/spins/form-options";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import { removeSpin } from "@/lib/spins/remove";
import { TenantScope } from "@/lib/tenancy/scope";
import { findSpinner, getSpinner } from "./find";
import { listSpinners } from "./list";
import { mergeSpinners } from "./merge";
import { ownersOf } from "./owners";
import { renameSpinner } from "./rename";

/** Comet has spins of all kinds: folded and waiting, on two days, corrected and removed ones. */
async function spun() {
  const all = await threeSpinners();
  const { at, a } = all;
  const other = { person: PEOPLE[1] };
  const sent = [
    spin("Comet", 1_000),
    spin(a.id, 9_000, other),
    spin("comet", 4_000, { spun_at: "2026-11-02T23:30:00Z" }),
    spin("Comet", 3_000),
    spin("Comet", 2_000),
    spin("Ninja", 5_000),
    spin("Ninja", 6_000, { spun_at: "2026-11-02T23:30:00Z" }),
  ];
  await recordSpins(at, { spins: sent.slice(0, 5) });
  await fold(at);
  await recordSpins(at, { spins: sent.slice(5) });
  await correctSpin(at, sent[3]?.id ?? "", { spinner: "Titan" });
  await removeSpin(at, sent[4]?.id ?? "");
  await recordSpins(at, { spins: [spin("Comet", 7_000)] });
  return { ...all, sent };
}

describe("a merge", () => {
  test("makes all spins of one those of the other, in every figure", async () => {
    const { at, a, b, one, other } = await spun();
    const before = { all: await averages(at, ALL_TIME), longest: await longestSpins(at, ALL_TIME) };
    expect(await mergeSpinners(at, { from: a.id, into: b.id })).toMatchObject({ id: b.id, name: "Ninja" });
    await isMergedWell(at);
    expect(await averages(at, ALL_TIME)).toEqual(before.all);
    expect((await longestSpins(at, ALL_TIME)).map(({ id }) => id)).toEqual(before.longest.map(({ id }) => id));
    const board = await leaderboard(at, "spinners", ALL_TIME);
    expect(board.map(({ name, spins, longestMs }) => [name, spins, longestMs])).toEqual([
      ["Ninja", 6, 9_000],
      ["Titan", 1, 3_000],
    ]);
    const day = { from: "2026-11-03", to: "2026-11-03" };
    expect(await averages(at, day, { kind: "spinner", id: b.id })).toMatchObject({ spins: 2, totalMs: 10_000 });
    expect((await ownersOf(at, b.id, { limit: 9 })).map(({ id }) => id).toSorted()).toEqual(
      [one.id, other.id].toSorted(),
    );
    expect(await ownersOf(at, a.id, { limit: 9 })).toEqual([]);
  });

  test("leaves an alias, which is listed and offered nowhere, and leads filters to the other", async () => {
    const { at, a, b } = await spun();
    await mergeSpinners(at, { from: a.id, into: b.id });
    expect((await listSpinners(at, { limit: 9 })).items.map(({ name }) => name)).toEqual(["Ninja", "Titan"]);
    expect((await formOptions(at)).spinners.map(({ name }) => name)).toEqual(["Ninja", "Titan"]);
    expect(
      (await leaderboard(at, "spinners", { from: "2020-01-01", to: "2020-01-01" })).map(({ id }) => id),
    ).not.toContain(a.id);
    expect(await getSpinner(at, a.id)).toMatchObject({ name: "Comet", mergedInto: b.id });
    expect(await findSpinner(at, "COMET")).toMatchObject({ id: a.id, mergedInto: b.id });
    const listed = async (spinner: string) => (await listSpins(at, { ...ALL_TIME, spinner }, { limit: 99 })).items;
    expect(await listed("Comet")).toHaveLength(6);
    expect(await listed(a.id)).toEqual(await listed(b.id));
    expect(new Set((await listed("Comet")).map(({ spinner }) => spinner.name))).toEqual(new Set(["Ninja"]));
  });

  test("keeps every retry a duplicate, by whichever name, and takes what is new to the other", async () => {
    const { at, a, b, c, sent } = await spun();
    await mergeSpinners(at, { from: a.id, into: b.id });
    expect(await recordSpins(at, { spins: sent })).toMatchObject({ accepted: 0, duplicates: sent.length });
    const renamed = sent.map((each) => ({ ...each, spinner: each.spinner === "Ninja" ? b.id : a.id }));
    expect(await recordSpins(at, { spins: renamed })).toMatchObject({ accepted: 0, duplicates: sent.length });
    const elsewhere = [{ ...sent[0], spinner: "Titan" }];
    await expect(recordSpins(at, { spins: elsewhere })).rejects.toMatchObject({ code: "spin_conflict" });

    const both = spin("Comet", 100);
    const spins = [both, { ...both, spinner: b.id }, spin(a.id, 200, { person: PEOPLE[1] })];
    expect(await recordSpins(at, { spins })).toMatchObject({ accepted: 2, duplicates: 1 });
    const corrected = await correctSpin(at, sent[3]?.id ?? "", { spinner: "Comet" });
    expect(corrected).toMatchObject({ spinner: { id: b.id } });
    expect((await averages(at, ALL_TIME, { kind: "spinner", id: b.id })).spins).toBe(9);
    expect((await averages(at, ALL_TIME, { kind: "spinner", id: c.id })).spins).toBe(0);
    await isMergedWell(at);
  });

  test("into one that is merged later leads to the last", async () => {
    const { at, a, b, c, sent } = await spun();
    await mergeSpinners(at, { from: a.id, into: b.id });
    await mergeSpinners(at, { from: b.id, into: c.id });
    expect(await getSpinner(at, a.id)).toMatchObject({ mergedInto: c.id });
    expect(await recordSpins(at, { spins: [...sent, spin("Comet", 50)] })).toMatchObject({ accepted: 1 });
    expect((await averages(at, ALL_TIME, { kind: "spinner", id: c.id })).spins).toBe(8);
    await isMergedWell(at);
  });

  test("leaves what a file said known: the same rows again add nothing", async () => {
    const { at, spinner } = await workshop();
    const other = await addSpinner(at, "Ninja");
    const lines = [HEADER, ROW, ROW, ROW.replace("PokeSpinner", "Ninja")];
    expect(await imported(at, lines)).toMatchObject({ accepted: 3 });
    await mergeSpinners(at, { from: spinner.id, into: other.id });
    expect(await imported(at, lines)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await imported(at, [HEADER, ROW, ROW, ROW])).toMatchObject({ accepted: 1, duplicates: 2 });
    expect(await stored(at)).toBe(4);
    expect(
      (await listSpins(at, { ...ALL_TIME, person: PERSON }, { limit: 9 })).items.map((each) => each.spinner.id),
    ).toEqual(Array(4).fill(other.id));
    await isMergedWell(at);
  });

  test("of a spinner that was never spun makes it an alias all the same", async () => {
    const { at, a, c } = await spun();
    await mergeSpinners(at, { from: c.id, into: a.id });
    const fresh = await addSpinner(at, "Fresh");
    await mergeSpinners(at, { from: fresh.id, into: a.id });
    expect(await recordSpins(at, { spins: [spin("fresh", 10)] })).toMatchObject({ accepted: 1 });
    await isMergedWell(at);
  });
});

test("merging into itself, into an alias or of one is refused; once more the same changes nothing", async () => {
  const { at, a, b, c } = await spun();
  await mergeSpinners(at, { from: a.id, into: b.id });
  expect(await mergeSpinners(at, { from: a.id, into: b.id })).toMatchObject({ id: b.id });
  for (const input of [
    { from: b.id, into: b.id },
    { from: c.id, into: a.id },
    { from: a.id, into: c.id },
    { from: b.id, into: a.id },
  ]) {
    await expect(mergeSpinners(at, input)).rejects.toMatchObject({ status: 422, code: "merge_invalid" });
  }
  for (const input of [{}, { from: "Comet", into: b.id }, { from: a.id, into: b.id, tenant_id: newId() }]) {
    await expect(mergeSpinners(at, input)).rejects.toMatchObject({ status: 422 });
  }
  await expect(renameSpinner(at, a.id, { name: "Free" })).rejects.toMatchObject({ status: 404 });
  await expect(renameSpinner(at, b.id, { name: "Comet" })).rejects.toMatchObject({ code: "name_taken" });
  await isMergedWell(at);
});

test("another tenant's spinner is not here, and neither members nor keys merge", async () => {
  const [{ at, a, b }, theirs] = [await spun(), await spun()];
  for (const input of [
    { from: a.id, into: theirs.b.id },
    { from: theirs.a.id, into: b.id },
    { from: newId(), into: b.id },
  ]) {
    await expect(mergeSpinners(at, input)).rejects.toMatchObject({ status: 404 });
  }
  const key = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" });
  for (const nobody of [asPerson(at, "member"), key]) {
    await expect(mergeSpinners(nobody, { from: a.id, into: b.id })).rejects.toMatchObject({ status: 403 });
  }
  expect((await averages(at, ALL_TIME, { kind: "spinner", id: a.id })).spins).toBe(4);
  await mergeSpinners(asPerson(at, "admin"), { from: a.id, into: b.id });
  expect((await averages(theirs.at, ALL_TIME, { kind: "spinner", id: theirs.a.id })).spins).toBe(4);
  await isMergedWell(at);
});
