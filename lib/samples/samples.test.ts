import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isMergedWell } from "@/e2e/fixtures/merging";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, asPerson, newScope } from "@/e2e/fixtures/tenants";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME, addDays, today } from "@/lib/figures/date-range";
import { hours } from "@/lib/figures/hours";
import { leaderboard } from "@/lib/figures/leaderboard";
import { newId } from "@/lib/new-id";
import { listPeople } from "@/lib/people/list";
import { fold } from "@/lib/rollups/fold";
import { findSpinner } from "@/lib/spinners/find";
import { listSpinners } from "@/lib/spinners/list";
import { mergeSpinners } from "@/lib/spinners/merge";
import { correctSpin } from "@/lib/spins/correct";
import { latestSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { addSamples } from "./add";
import { hasSamples } from "./has";
import { removeSamples } from "./remove";

const REAL = "someone@test.example";

async function workshop() {
  const at = await newScope({ timeZone: "Europe/Berlin" });
  const person = await addPerson(at, REAL);
  await addSpinner(at, "Comet");
  return { at, person };
}

const spin = (spinner: string, person = REAL) => ({ id: newId(), spinner, person, duration_ms: 1_000 });
const countOf = async (at: TenantScope) => (await averages(at, ALL_TIME)).spins;
const namesOf = async (at: TenantScope) => ({
  people: (await listPeople(at, { limit: 99 })).items.map(({ name }) => name),
  spinners: (await listSpinners(at, { limit: 99 })).items.map(({ name }) => name),
});

describe("samples", () => {
  test("are five people and four spinners who spun 300 times in the last 30 days, mostly at work", async () => {
    const { at } = await workshop();
    await addSamples(at);
    expect(await countOf(at)).toBe(300);
    const days = { from: addDays(today("Europe/Berlin"), -30), to: today("Europe/Berlin") };
    expect((await averages(at, days)).spins).toBe(300);
    const names = await namesOf(at);
    expect([names.people.length, names.spinners.length]).toEqual([6, 5]);
    for (const board of ["people", "spinners"] as const) {
      const spun = (await leaderboard(at, board, days)).filter(({ spins }) => spins > 0);
      expect(spun).toHaveLength(board === "people" ? 5 : 4);
    }
    const atWork = (await hours(at, ALL_TIME)).filter(({ weekday, hour }) => weekday <= 5 && hour >= 8 && hour < 18);
    expect(atWork.reduce((sum, { spins }) => sum + spins, 0)).toBeGreaterThan(200);
    expect(await rollupFaults(at.tenant.id)).toEqual([]);
  });

  test("are there once, whoever else puts them in at the same time", async () => {
    const { at } = await workshop();
    expect(await hasSamples(at)).toBe(false);
    const both = await Promise.allSettled([addSamples(at), addSamples(at)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(addSamples(at)).rejects.toMatchObject({ status: 409, code: "samples_present" });
    expect([await hasSamples(at), await countOf(at)]).toEqual([true, 300]);
  });

  test("have no password, and no mail reaches them", async () => {
    const { at } = await workshop();
    await addSamples(at);
    const rows = await at.read((db) =>
      db.execute(sql`SELECT sample, password_hash IS NULL, email LIKE '%.invalid', role FROM people
        WHERE tenant_id = ${db.tenantId} ORDER BY sample`),
    );
    expect(rows).toEqual([[false, false, false, "member"], ...Array(5).fill([true, true, true, "member"])]);
  });

  test("leave everything as it was when they go, figures too, and may come again", async () => {
    const { at } = await workshop();
    await recordSpins(at, { spins: [spin("Comet"), spin("Comet")] });
    const before = { names: await namesOf(at), all: await averages(at, ALL_TIME), hours: await hours(at, ALL_TIME) };
    for (const folded of [false, true]) {
      await addSamples(at);
      if (folded) await fold(at);
      await recordSpins(at, { spins: [spin("Comet", "ada@samples.invalid")] });
      await removeSamples(at);
      await removeSamples(at);
      expect(await hasSamples(at)).toBe(false);
      expect({ names: await namesOf(at), all: await averages(at, ALL_TIME), hours: await hours(at, ALL_TIME) }).toEqual(
        before,
      );
      await isMergedWell(at);
    }
  });

  test("of one tenant are its own", async () => {
    const [{ at }, theirs] = [await workshop(), await workshop()];
    await addSamples(at);
    await addSamples(theirs.at);
    await removeSamples(at);
    expect([await countOf(at), await countOf(theirs.at)]).toEqual([0, 300]);
    expect([await hasSamples(at), await hasSamples(theirs.at)]).toEqual([false, true]);
  });

  test("are put in and taken out by owners and admins", async () => {
    const { at } = await workshop();
    await expect(addSamples(asPerson(at, "member"))).rejects.toMatchObject({ status: 403 });
    await addSamples(asPerson(at, "owner"));
    await expect(removeSamples(asPerson(at, "member"))).rejects.toMatchObject({ status: 403 });
    expect(await hasSamples(asPerson(at, "member"))).toBe(true);
    await removeSamples(asPerson(at, "admin"));
    expect(await countOf(at)).toBe(0);
  });
});

test("a sample spinner that somebody real has spun stays, and is no sample any more", async () => {
  const { at } = await workshop();
  await addSpinner(at, "Sample Gyro");
  await addSamples(at);
  await recordSpins(at, { spins: [spin("Sample Comet")] });
  await removeSamples(at);
  expect((await namesOf(at)).spinners).toEqual(["Comet", "Sample Comet", "Sample Gyro"]);
  expect([await hasSamples(at), await countOf(at)]).toEqual([false, 1]);
  await addSamples(at);
  expect((await namesOf(at)).spinners).toContain("Sample Comet 2");
  await removeSamples(at);
  expect((await namesOf(at)).spinners).toEqual(["Comet", "Sample Comet", "Sample Gyro"]);
  await isMergedWell(at);
});

test("what was merged goes with what it was merged into, or stays with it", async () => {
  const { at } = await workshop();
  await addSamples(at);
  const id = async (name: string) => (await findSpinner(at, name)).id;
  await mergeSpinners(at, { from: await id("Sample Comet"), into: await id("Sample Gyro") });
  await mergeSpinners(at, { from: await id("Sample Brass"), into: await id("Comet") });
  await addSpinner(at, "Titan");
  await mergeSpinners(at, { from: await id("Titan"), into: await id("Sample Turbine") });
  await removeSamples(at);
  expect((await namesOf(at)).spinners).toEqual(["Comet", "Sample Turbine"]);
  const left = [spin("Sample Brass"), spin("Titan"), spin("Comet")];
  expect(await recordSpins(at, { spins: left })).toMatchObject({ accepted: 3 });
  await expect(recordSpins(at, { spins: [spin("Sample Comet")] })).rejects.toMatchObject({ status: 422 });
  expect(await countOf(at)).toBe(3);
  await isMergedWell(at);
});

test("a real spin that was given to a sample goes, and does not come back; the other way round it stays", async () => {
  const { at } = await workshop();
  await addSamples(at);
  const sent = spin("Comet");
  await recordSpins(at, { spins: [sent] });
  await correctSpin(at, sent.id, { person: "bo@samples.invalid" });
  const [made] = (await latestSpins(at, 99)).filter(({ person }) => person.name === "Ada Sample");
  await correctSpin(at, made?.id ?? "", { person: REAL });
  await removeSamples(at);
  expect(await recordSpins(at, { spins: [sent] })).toMatchObject({ accepted: 0, duplicates: 1 });
  expect((await latestSpins(at, 9)).map(({ id, person }) => [id, person.name])).toEqual([[made?.id, "someone"]]);
  await isMergedWell(at);
});

test("devices that go on to name samples while these are removed store nothing afterwards, others everything", async () => {
  const { at } = await workshop();
  await addSamples(at);
  let [real, running] = [0, true];
  const write = async (spinner: string, person: string, counts: boolean) => {
    while (running) {
      const done = await recordSpins(at, { spins: [spin(spinner, person)] }).catch((error: unknown) => error);
      if (counts) expect(done).toMatchObject({ accepted: 1 });
      if (counts) real++;
    }
  };
  const writers = Promise.all([
    write("Comet", REAL, true),
    write("Comet", "ada@samples.invalid", false),
    write("Sample Gyro", "bo@samples.invalid", false),
  ]);
  writers.catch(() => {});
  await new Promise((wake) => setTimeout(wake, 200));
  await removeSamples(at);
  await new Promise((wake) => setTimeout(wake, 100));
  running = false;
  await writers;
  expect(await countOf(at)).toBe(real);
  expect((await namesOf(at)).people).toEqual(["someone"]);
  await isMergedWell(at);
});
