import { expect, test } from "vitest";
import { isMergedWell, PEOPLE, spin, threeSpinners } from "@/e2e/fixtures/merging";
import { addSpinner, asPerson } from "@/e2e/fixtures/tenants";
import { ALL_TIME } from "@/lib/figures/date-range";
import { leaderboard } from "@/lib/figures/leaderboard";
import { newId } from "@/lib/new-id";
import { renamePerson } from "@/lib/people/rename";
import { spinnersOf } from "@/lib/people/spinners-of";
import { formOptions } from "@/lib/spins/form-options";
import { recordSpins } from "@/lib/spins/record";
import { getSpinner } from "./find";
import { listSpinners } from "./list";
import { mergeSpinners } from "./merge";
import { ownersOf } from "./owners";
import { reinstateSpinner } from "./reinstate";
import { renameSpinner } from "./rename";
import { retireSpinner } from "./retire";

test("a spinner is found by its new name and no more by the old one", async () => {
  const { at, a } = await threeSpinners();
  expect(await renameSpinner(at, a.id, { name: "  Halley " })).toMatchObject({ id: a.id, name: "Halley" });
  await renameSpinner(at, a.id, { name: "HALLEY" });
  expect(await recordSpins(at, { spins: [spin("halley", 1)] })).toMatchObject({ accepted: 1 });
  await expect(recordSpins(at, { spins: [spin("Comet", 1)] })).rejects.toMatchObject({ status: 422 });
  await addSpinner(at, "Comet");
  for (const taken of ["ninja", "NINJA "]) {
    await expect(renameSpinner(at, a.id, { name: taken })).rejects.toMatchObject({ status: 409, code: "name_taken" });
  }
  for (const input of [{}, { name: "" }, { name: "a\u0007" }, { name: "x", id: a.id }]) {
    await expect(renameSpinner(at, a.id, input)).rejects.toMatchObject({ status: 422 });
  }
  expect(await getSpinner(at, a.id)).toMatchObject({ name: "HALLEY", retiredAt: null, mergedInto: null });
});

test("a retired spinner keeps its figures and takes what devices send, and is offered nowhere", async () => {
  const { at, a, b } = await threeSpinners();
  await recordSpins(at, { spins: [spin("Comet", 1_000)] });
  const { retiredAt } = await retireSpinner(at, a.id);
  await retireSpinner(at, b.id);
  expect(Date.parse(retiredAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  expect(await retireSpinner(at, a.id)).toMatchObject({ retiredAt });
  expect(await recordSpins(at, { spins: [spin("Comet", 2_000)] })).toMatchObject({ accepted: 1 });
  expect((await formOptions(at)).spinners.map(({ name }) => name)).toEqual(["Titan"]);
  const board = async () => (await leaderboard(at, "spinners", ALL_TIME)).map(({ name, spins }) => [name, spins]);
  expect(await board()).toEqual([
    ["Comet", 2],
    ["Titan", 0],
  ]);
  const lines = (await listSpinners(at, { limit: 9 })).items;
  expect(lines.map((line) => [line.name, line.spins, line.retiredAt === null])).toEqual([
    ["Comet", 2, false],
    ["Ninja", 0, false],
    ["Titan", 0, true],
  ]);
  expect(await reinstateSpinner(at, b.id)).toMatchObject({ retiredAt: null });
  expect((await formOptions(at)).spinners.map(({ name }) => name)).toEqual(["Ninja", "Titan"]);
  expect(await board()).toContainEqual(["Ninja", 0]);
});

test("spinners are managed by owners and admins, in their own tenant", async () => {
  const [{ at, a }, theirs] = [await threeSpinners(), await threeSpinners()];
  const verbs = [
    (who: typeof at, id: string) => renameSpinner(who, id, { name: "Halley" }),
    retireSpinner,
    reinstateSpinner,
  ];
  for (const verb of verbs) {
    await expect(verb(asPerson(at, "member"), a.id)).rejects.toMatchObject({ status: 403 });
    for (const id of [theirs.a.id, newId(), "x", "%"]) {
      await expect(verb(at, id)).rejects.toMatchObject({ status: 404 });
    }
    for (const role of ["admin", "owner"] as const)
      expect(await verb(asPerson(at, role), a.id)).toMatchObject({ id: a.id });
  }
  expect(await getSpinner(theirs.at, theirs.a.id)).toMatchObject({ name: "Comet", retiredAt: null });
});

test("who owns what is told in the order in which it began, a merge keeps the earliest", async () => {
  const { at, one, other, a, b } = await threeSpinners();
  await recordSpins(at, { spins: [spin("Ninja", 1, { person: PEOPLE[1] })] });
  await recordSpins(at, { spins: [spin("Comet", 1)] });
  await recordSpins(at, { spins: [spin("Comet", 1, { person: PEOPLE[1] }), spin("Ninja", 1)] });
  const names = async (id: string, limit = 9) => (await ownersOf(at, id, { limit })).map(({ name }) => name);
  expect([await names(a.id), await names(b.id), await names(a.id, 1)]).toEqual([
    ["one", "other"],
    ["other", "one"],
    ["one"],
  ]);
  const [first] = await ownersOf(at, a.id, { limit: 1 });
  expect(first).toEqual({ id: one.id, name: "one", since: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect((await spinnersOf(at, other.id, { limit: 9 })).map(({ name }) => name)).toEqual(["Ninja", "Comet"]);

  await mergeSpinners(at, { from: a.id, into: b.id });
  expect(await names(b.id)).toEqual(["other", "one"]);
  expect(await ownersOf(at, b.id, { limit: 9 })).toContainEqual(first);
  expect((await spinnersOf(at, one.id, { limit: 9 })).map(({ id }) => id)).toEqual([b.id]);
  await expect(ownersOf(at, "x", { limit: 9 })).rejects.toMatchObject({ status: 404 });
  await expect(spinnersOf(at, "x", { limit: 9 })).rejects.toMatchObject({ status: 404 });
  const theirs = await threeSpinners();
  expect([await ownersOf(theirs.at, b.id, { limit: 9 }), await spinnersOf(theirs.at, one.id, { limit: 9 })]).toEqual([
    [],
    [],
  ]);
  await isMergedWell(at);
});

test("people rename themselves, and admins anybody", async () => {
  const { at, one, other } = await threeSpinners();
  const me = asPerson(at, "member", one.id);
  expect(await renamePerson(me, one.id, { name: " Ada 🌀 " })).toMatchObject({ id: one.id, name: "Ada 🌀" });
  await expect(renamePerson(me, other.id, { name: "Ada" })).rejects.toMatchObject({ status: 403 });
  expect(await renamePerson(asPerson(at, "admin"), other.id, { name: "Grace" })).toMatchObject({ name: "Grace" });
  for (const input of [{}, { name: " " }, { name: "x", role: "owner" }]) {
    await expect(renamePerson(me, one.id, input)).rejects.toMatchObject({ status: 422 });
  }
  const theirs = await threeSpinners();
  for (const id of [theirs.one.id, "x"]) {
    await expect(renamePerson(at, id, { name: "x" })).rejects.toMatchObject({ status: 404 });
  }
});
