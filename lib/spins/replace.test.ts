import { expect, test } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { newId } from "@/lib/new-id";
import { fold } from "@/lib/rollups/fold";
import { rebuildRollups } from "@/lib/rollups/rebuild";
import { TenantScope } from "@/lib/tenancy/scope";
import { correctSpin } from "./correct";
import { getSpin } from "./get";
import { recordSpins } from "./record";
import { removeSpin } from "./remove";

const DAY = "2026-11-01";

async function workshop() {
  const at = await newScope({ timeZone: "Europe/Berlin" });
  const [one, other] = [await addPerson(at, "one@test.example"), await addPerson(at, "other@test.example")];
  for (const name of ["Comet", "Ninja"]) await addSpinner(at, name);
  const spins = [1_000, 5_000, 9_000].map((duration_ms) => ({
    id: newId(),
    spinner: "Comet",
    person: "one@test.example",
    duration_ms,
    spun_at: `${DAY}T12:00:00.000Z`,
  }));
  await recordSpins(at, { spins });
  return { at, spins, ids: spins.map(({ id }) => id), one: as(at, one.id), other: as(at, other.id) };
}

function as(at: TenantScope, id: string, role: "member" | "admin" = "member") {
  return new TenantScope(at.tenant, { kind: "person", id, name: "", email: "", role, sessionId: newId() });
}

async function allIsWell(at: TenantScope) {
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
  expect(await rebuildRollups(at)).toMatchObject({ differences: [], sketches: 0 });
}

test.each([true, false])(
  "the longest spin is removed, and the next one is the longest (folded before: %s)",
  async (folded) => {
    const { at, ids, one } = await workshop();
    if (folded) await fold(at);
    await removeSpin(one, ids[2] ?? "");
    expect(await averages(at, ALL_TIME)).toEqual({ spins: 2, totalMs: 6_000, averageMs: 3_000, longestMs: 5_000 });
    expect(await averages(at, { from: DAY, to: DAY })).toMatchObject({ longestMs: 5_000 });
    await expect(getSpin(at, ids[2] ?? "")).rejects.toMatchObject({ status: 404 });
    await allIsWell(at);
  },
);

test("a removed spin does not come back when its sender asks again", async () => {
  const { at, spins, ids, one } = await workshop();
  await removeSpin(one, ids[0] ?? "");
  expect(await recordSpins(at, { spins })).toMatchObject({ accepted: 0, duplicates: 3, ids });
  const twisted = [{ ...spins[0], duration_ms: 7 }];
  await expect(recordSpins(at, { spins: twisted })).rejects.toMatchObject({ code: "spin_conflict" });
  expect((await averages(at, ALL_TIME)).spins).toBe(2);
  await allIsWell(at);
});

test("a corrected spin counts as it says now, and its sender's retry is a duplicate", async () => {
  const { at, spins, ids, one } = await workshop();
  const corrected = await correctSpin(one, ids[2] ?? "", {
    duration_ms: 2_000,
    spinner: "Ninja",
    spun_at: "2026-11-02T23:30:00Z",
  });
  expect(corrected).toMatchObject({
    durationMs: 2_000,
    spinner: { name: "Ninja" },
    spunAt: "2026-11-02T23:30:00.000Z",
  });
  expect(await averages(at, { from: DAY, to: DAY })).toMatchObject({ spins: 2, longestMs: 5_000 });
  // Half past midnight where the tenant is.
  expect(await averages(at, { from: "2026-11-03", to: "2026-11-03" })).toMatchObject({ spins: 1, totalMs: 2_000 });
  expect(await recordSpins(at, { spins })).toMatchObject({ accepted: 0, duplicates: 3 });
  await allIsWell(at);
});

test("a person's spins are their own to change, and an admin's", async () => {
  const { at, ids, one, other } = await workshop();
  const [first = "", second = ""] = ids;
  await expect(removeSpin(other, first)).rejects.toMatchObject({ status: 403 });
  await expect(correctSpin(other, first, { duration_ms: 1 })).rejects.toMatchObject({ status: 403 });
  await expect(correctSpin(one, first, { person: "other@test.example" })).rejects.toMatchObject({ status: 403 });
  const key = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" });
  await expect(removeSpin(key, first)).rejects.toMatchObject({ status: 403 });
  expect((await averages(at, ALL_TIME)).spins).toBe(3);

  await removeSpin(one, first);
  const admin = as(at, other.actor.kind === "person" ? other.actor.id : "", "admin");
  expect(await correctSpin(admin, second, { person: "other@test.example" })).toMatchObject({
    person: { name: "other" },
  });
  await allIsWell(at);
});

test("another tenant's spin is not here, and a correction that is none is refused", async () => {
  const [{ at, ids, one }, theirs] = await Promise.all([workshop(), workshop()]);
  await expect(removeSpin(one, theirs.ids[0] ?? "")).rejects.toMatchObject({ status: 404 });
  await expect(removeSpin(one, "x")).rejects.toMatchObject({ status: 404 });
  for (const input of [{}, { duration_ms: 0 }, { tenant_id: newId() }, { spinner: "Nobody's" }]) {
    await expect(correctSpin(one, ids[0] ?? "", input)).rejects.toMatchObject({ status: 422 });
  }
  expect((await averages(at, ALL_TIME)).spins).toBe(3);
  expect((await averages(theirs.at, ALL_TIME)).spins).toBe(3);
});

test("two who remove the same spin at once remove it once", async () => {
  const { at, ids, one } = await workshop();
  const both = await Promise.allSettled([removeSpin(one, ids[1] ?? ""), removeSpin(one, ids[1] ?? "")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await averages(at, ALL_TIME)).spins).toBe(2);
  await allIsWell(at);
});
