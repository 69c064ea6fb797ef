import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { isMergedWell, spin, threeSpinners } from "@/e2e/fixtures/merging";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { leaderboard } from "@/lib/figures/leaderboard";
import { fold } from "@/lib/rollups/fold";
import { correctSpin } from "@/lib/spins/correct";
import { recordSpins } from "@/lib/spins/record";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";
import { mergeSpinners } from "./merge";
import { renameSpinner } from "./rename";

/* Merging beside everything else that goes on. */

const spinsOf = async (at: TenantScope, id: string) => (await averages(at, ALL_TIME, { kind: "spinner", id })).spins;

/** Holds a transaction of the tenant's open, after `body`, until it is told to end. */
function holding(at: TenantScope, body: (db: Parameters<Parameters<TenantScope["write"]>[0]>[0]) => Promise<unknown>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = () => {};
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const over = at.write(async (db) => {
    await body(db);
    begun();
    await released;
  });
  const end = () => {
    release();
    return over;
  };
  return { ready: Promise.race([ready, over]), end };
}

test("a merge waits for a batch that is being stored, and takes its spins along", async () => {
  const { at, a, b } = await threeSpinners();
  // The first spin of all brings the tenant's calendar, which would be waited for too.
  await recordSpins(at, { spins: [spin("Titan", 1)] });
  const storing = holding(at, () => recordSpins(at, { spins: [spin("Comet", 1_000), spin(a.id, 2_000)] }));
  await storing.ready;
  let merged = false;
  const merging = mergeSpinners(at, { from: a.id, into: b.id }).then(() => {
    merged = true;
  });
  await sleep(300);
  expect(merged).toBe(false);
  await storing.end();
  await merging;
  expect(await spinsOf(at, b.id)).toBe(2);
  await isMergedWell(at);
});

test("a batch that comes while spinners are merged waits for its end, others do not", async () => {
  const { at, a, b, c } = await threeSpinners();
  const before = spin("Comet", 1_000);
  await recordSpins(at, { spins: [before] });
  // The merge finds this spin's original locked, and stays in the middle.
  await correctSpin(at, before.id, { duration_ms: 5 });
  const blocking = holding(at, (db) =>
    db.execute(sql`SELECT 1 FROM spin_originals WHERE tenant_id = ${db.tenantId} FOR UPDATE`),
  );
  await blocking.ready;
  const merging = mergeSpinners(at, { from: a.id, into: b.id });
  await sleep(300);
  let stored = 0;
  const late = [spin("Comet", 10), spin(a.id, 20)].map((each) =>
    recordSpins(at, { spins: [each] }).then(() => stored++),
  );
  await recordSpins(at, { spins: [spin(c.id, 30)] });
  await sleep(200);
  expect(stored).toBe(0);
  expect([await spinsOf(at, a.id), await spinsOf(at, b.id)]).toEqual([1, 0]);
  await blocking.end();
  await Promise.all([merging, ...late]);
  expect([await spinsOf(at, a.id), await spinsOf(at, b.id), await spinsOf(at, c.id)]).toEqual([0, 3, 1]);
  expect(await recordSpins(at, { spins: [before] })).toMatchObject({ accepted: 0, duplicates: 1 });
  await isMergedWell(at);
});

test("writers that never rest, a folder, correctors and readers: nothing is lost, no reader sees it half done", async () => {
  const { at, a, b, c } = await threeSpinners();
  const acknowledged: ReturnType<typeof spin>[] = [];
  let running = true;
  const write = async (name: string) => {
    while (running) {
      const batch = Array.from({ length: 5 }, (_, index) => spin(index % 2 ? name : "Titan", 1 + index));
      await recordSpins(at, { spins: batch });
      acknowledged.push(...batch);
      const [first] = batch;
      if (first) expect(await recordSpins(at, { spins: [first] })).toMatchObject({ accepted: 0 });
    }
  };
  const read = async () => {
    while (running) {
      const [board, all] = await at.read(() =>
        Promise.all([leaderboard(at, "spinners", ALL_TIME), averages(at, ALL_TIME)]),
      );
      expect(board.reduce((sum, { spins }) => sum + spins, 0)).toBe(all.spins);
    }
  };
  const correct = async () => {
    for (let turn = 0; running; turn++) {
      const one = acknowledged[turn * 7];
      if (one) await correctSpin(at, one.id, { spinner: turn % 2 ? "Comet" : "Ninja" });
      await sleep(30);
    }
  };
  const names = ["Comet", a.id, "Ninja", b.id];
  const all = Promise.all([...names.map(write), read(), correct()]);
  all.catch(() => {});
  await sleep(300);
  await mergeSpinners(at, { from: a.id, into: b.id });
  await sleep(200);
  await mergeSpinners(at, { from: b.id, into: c.id });
  await sleep(200);
  running = false;
  await all;
  await fold(at);
  expect((await averages(at, ALL_TIME)).spins).toBe(acknowledged.length);
  expect(await spinsOf(at, c.id)).toBe(acknowledged.length);
  for (let start = 0; start < acknowledged.length; start += 1_000) {
    const spins = acknowledged.slice(start, start + 1_000);
    expect(await recordSpins(at, { spins })).toMatchObject({ accepted: 0, duplicates: spins.length });
  }
  await isMergedWell(at);
}, 30_000);

test("of merges in a circle all but the last are done, and none is lost", async () => {
  const { at, a, b, c } = await threeSpinners();
  await recordSpins(at, { spins: ["Comet", "Ninja", "Titan"].map((name, index) => spin(name, 1 + index)) });
  const done = await Promise.allSettled([
    mergeSpinners(at, { from: a.id, into: b.id }),
    mergeSpinners(at, { from: b.id, into: c.id }),
    mergeSpinners(at, { from: c.id, into: a.id }),
  ]);
  const refused = done.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toMatchObject({ code: "merge_invalid" });
  const board = await leaderboard(at, "spinners", ALL_TIME);
  expect(board.reduce((sum, { spins }) => sum + spins, 0)).toBe(3);
  await isMergedWell(at);
});

test("a name that is given while its spinner is merged is the alias's or nobody's", async () => {
  const { at, a, b } = await threeSpinners();
  await recordSpins(at, { spins: [spin("Comet", 1)] });
  const both = await Promise.allSettled([
    mergeSpinners(at, { from: a.id, into: b.id }),
    renameSpinner(at, a.id, { name: "Meteor" }),
  ]);
  expect(both[0]).toMatchObject({ status: "fulfilled" });
  const name = both[1]?.status === "fulfilled" ? "Meteor" : "Comet";
  expect(await recordSpins(at, { spins: [spin(name, 2)] })).toMatchObject({ accepted: 1 });
  expect(await spinsOf(at, b.id)).toBe(2);
  await isMergedWell(at);
});

test("a merge inside another's transaction is part of it", async () => {
  const { at, a, b } = await threeSpinners();
  await recordSpins(at, { spins: [spin("Comet", 1)] });
  const undone = at.write(async () => {
    await mergeSpinners(at, { from: a.id, into: b.id });
    throw new Error("killed");
  });
  await expect(undone).rejects.toThrow("killed");
  expect(await outsideOfScopes(() => spinsOf(at, a.id))).toBe(1);
  await mergeSpinners(at, { from: a.id, into: b.id });
  expect(await spinsOf(at, b.id)).toBe(1);
  await isMergedWell(at);
});
