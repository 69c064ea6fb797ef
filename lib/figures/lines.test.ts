import { beforeAll, describe, expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import type { Page } from "@/lib/page";
import { listPeople } from "@/lib/people/list";
import { fold } from "@/lib/rollups/fold";
import { findSpinner } from "@/lib/spinners/find";
import { listSpinners, type Shown } from "@/lib/spinners/list";
import { mergeSpinners } from "@/lib/spinners/merge";
import { retireSpinner } from "@/lib/spinners/retire";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { LineOrder } from "./line-places";

const RUNS: Record<string, number[]> = {
  Ada: [300],
  Bo: [100, 500],
  Cleo: [299, 301],
  Dev: [900, 2, 1],
  Eli: [],
  Flo: [7_000],
  Gus: [],
};

let at: TenantScope;

beforeAll(async () => {
  at = await newScope();
  for (const [name, durations] of Object.entries(RUNS)) {
    await addPerson(at, `${name}@test.example`);
    await addSpinner(at, name);
    const spin = { spinner: name, person: `${name.toLowerCase()}@test.example` };
    for (const duration_ms of durations) await recordSpins(at, { spins: [{ ...spin, duration_ms }] });
    // Some are folded in, some wait.
    if (name === "Cleo") await fold(at);
  }
  const [old, never] = [await addSpinner(at, "Old"), await addSpinner(at, "Never")];
  await recordSpins(at, { spins: [{ spinner: "Old", person: "ada@test.example", duration_ms: 300 }] });
  for (const { id } of [old, never]) await retireSpinner(at, id);
  const alias = await addSpinner(at, "Also Flo");
  await mergeSpinners(at, { from: alias.id, into: (await findSpinner(at, "Flo")).id });
});

/** All names of a list, gone through page by page. */
async function through(page: (cursor: string | undefined) => Promise<Page<{ name: string }>>): Promise<string[]> {
  const { items, nextCursor } = await page(undefined);
  const names = items.map(({ name }) => name);
  for (let cursor = nextCursor; cursor; ) {
    const next = await page(cursor);
    names.push(...next.items.map(({ name }) => name));
    cursor = next.nextCursor;
  }
  return names;
}

const people = (order: LineOrder, limit = 99) => through((cursor) => listPeople(at, { limit, cursor, order }));

describe("a list", () => {
  test.each([
    ["average", ["Ada", "Bo", "Cleo", "Dev", "Flo"]],
    ["spins", ["Flo", "Ada", "Bo", "Cleo", "Dev"]],
    ["longest", ["Ada", "Cleo", "Bo", "Dev", "Flo"]],
  ] as const)("by %s, either way, is gone through once, what was never spun last", async (by, spun) => {
    for (const limit of [1, 2, 5, 6, 99]) {
      expect(await people({ by, descending: false }, limit)).toEqual([...spun, "Eli", "Gus"]);
      expect(await people({ by, descending: true }, limit)).toEqual([...spun.toReversed(), "Eli", "Gus"]);
    }
  });

  test("by name goes both ways too, whatever was spun", async () => {
    const names = Object.keys(RUNS);
    for (const limit of [1, 3, 99]) {
      expect(await people({ by: "name", descending: false }, limit)).toEqual(names);
      expect(await people({ by: "name", descending: true }, limit)).toEqual(names.toReversed());
    }
  });

  test("bears the figures of all time, folded or not", async () => {
    const { items } = await listPeople(at, { limit: 9, order: { by: "average", descending: true } });
    expect(items.map(({ name, spins, averageMs, longestMs }) => [name, spins, averageMs, longestMs])).toEqual([
      ["Flo", 1, 7_000, 7_000],
      ["Dev", 3, 301, 900],
      ["Cleo", 2, 300, 301],
      ["Bo", 2, 300, 500],
      ["Ada", 2, 300, 300],
      ["Eli", 0, null, null],
      ["Gus", 0, null, null],
    ]);
  });

  test("shows spinners in use, retired ones, or all, and aliases never", async () => {
    for (const by of ["name", "average"] as const) {
      const shown = async (show: Shown) =>
        (
          await through((cursor) => listSpinners(at, { limit: 2, cursor, show, order: { by, descending: false } }))
        ).toSorted();
      const names = Object.keys(RUNS);
      expect([await shown("used"), await shown("retired")]).toEqual([names, ["Never", "Old"]]);
      expect(await shown("all")).toEqual([...names, "Never", "Old"]);
    }
  });

  test("takes cursors of its own order, part and tenant alone", async () => {
    const order: LineOrder = { by: "average", descending: true };
    const cursor = (await listSpinners(at, { limit: 1, order, show: "used" })).nextCursor ?? "";
    expect((await listSpinners(at, { limit: 1, order, show: "used", cursor })).items).toHaveLength(1);
    const elsewhere = await newScope();
    for (const other of [
      () => listSpinners(at, { limit: 1, order: { ...order, descending: false }, show: "used", cursor }),
      () => listSpinners(at, { limit: 1, order: { ...order, by: "spins" }, show: "used", cursor }),
      () => listSpinners(at, { limit: 1, order, cursor }),
      () => listPeople(at, { limit: 1, order, cursor }),
      () => listSpinners(elsewhere, { limit: 1, order, show: "used", cursor }),
      () => listSpinners(at, { limit: 1, order, show: "used", cursor: `${cursor}A` }),
    ]) {
      await expect(other()).rejects.toMatchObject({ status: 400, code: "cursor_invalid" });
    }
  });
});
