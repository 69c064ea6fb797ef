import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listeners, type OwnHub, ownHub, record, spinningTenant, WITHIN, watch } from "@/e2e/fixtures/own-hub";
import { notify } from "@/lib/db/notify";
import { correctSpin } from "@/lib/spins/correct";
import type { TenantScope } from "@/lib/tenancy/scope";
import { CHANNEL, encodeSignals } from "./signal";

let own: OwnHub;
let ours: TenantScope;
let theirs: TenantScope;

beforeAll(async () => {
  own = await ownHub();
  [ours, theirs] = await Promise.all([spinningTenant(), spinningTenant()]);
});

afterAll(() => own.remove());

test("a spin reaches all who watch its tenant, with its row, and nobody else", async () => {
  const [one, other, stranger] = [await watch(own, ours), await watch(own, ours), await watch(own, theirs)];
  const before = stranger.text;
  const [id] = await record(ours);
  for (const each of [one, other]) {
    await vi.waitFor(() => expect(each.ids).toEqual([id]), WITHIN);
    expect(each.events.at(-1)).toMatchObject({
      name: "spins",
      data: { count: 1, spins: [{ id, spinner_name: "PokeSpinner", duration_ms: 1_000 }], refresh_ms: 45 },
    });
  }
  await sleep(600);
  expect(stranger.text).toBe(before);
  const [theirId] = await record(theirs);
  await vi.waitFor(() => expect(stranger.ids).toEqual([theirId]), WITHIN);
  expect(one.ids).toEqual([id]);
  await Promise.all([one, other, stranger].map((each) => each.leave()));
});

test("forged signals bring nobody another tenant's rows, and do no harm", async () => {
  const [theirId = ""] = await record(theirs);
  await sleep(400);
  const watcher = await watch(own, ours);
  const forged = encodeSignals([{ tenantId: ours.tenant.id, count: 1, ids: [theirId] }]);
  await notify(CHANNEL, [...forged, "", "x;;:", "a".repeat(7_000), `${ours.tenant.id}:1:${theirId}`]);
  await vi.waitFor(() => expect(watcher.events.at(-1)).toMatchObject({ data: { count: 1, spins: [] } }), WITHIN);
  const [id] = await record(ours);
  await vi.waitFor(() => expect(watcher.ids).toEqual([id]), WITHIN);
  await watcher.leave();
});

test("a burst is few events, and none of its spins goes uncounted", async () => {
  const watcher = await watch(own, ours);
  const known = watcher.events.length;
  await Promise.all(Array.from({ length: 60 }, () => record(ours, 3)));
  const count = () => watcher.events.reduce((sum, { data }) => sum + (data.count ?? 0), 0);
  await vi.waitFor(() => expect(count()).toBe(180), WITHIN);
  expect(watcher.events.length - known).toBeLessThan(10);
  await watcher.leave();
});

test("what is written in a larger transaction is told once that is committed, and never if it is not", async () => {
  const watcher = await watch(own, ours);
  const known = watcher.events.length;
  const failed = ours.write(async () => {
    await record(ours);
    throw new Error("rolled back");
  });
  await expect(failed).rejects.toThrow("rolled back");
  const [id] = await ours.write(async () => {
    const recorded = await record(ours);
    await sleep(600);
    expect(watcher.events.length).toBe(known);
    return recorded;
  });
  await vi.waitFor(() => expect(watcher.ids).toEqual([id]), WITHIN);
  await correctSpin(ours, id ?? "", { duration_ms: 2_000 });
  await vi.waitFor(() => expect(watcher.events.at(-1)?.name).toBe("change"), WITHIN);
  expect(watcher.events.length).toBe(known + 2);
  await watcher.leave();
});

test("a listener that is cut off is back by itself, and who watches is told to look again", async () => {
  const watcher = await watch(own, ours);
  const known = watcher.events.length;
  const [pid = 0] = await listeners(own.admin);
  await own.admin`SELECT pg_terminate_backend(${pid})`;
  await vi.waitFor(() => expect(watcher.events.slice(known)).toMatchObject([{ name: "change" }]), WITHIN);
  expect(await listeners(own.admin)).not.toContain(pid);
  const [id] = await record(ours);
  await vi.waitFor(() => expect(watcher.ids).toEqual([id]), WITHIN);
  await watcher.leave();
});

test("who has looked before something changed is told so at once, who has looked since is not", async () => {
  const stays = await watch(own, ours);
  await sleep(1_100);
  const quiet = await watch(own, theirs, Date.now());
  expect(quiet.events).toEqual([]);
  const before = Date.now();
  await record(ours);
  await sleep(500);
  const late = await watch(own, ours, before);
  expect(late.events).toMatchObject([{ name: "change" }]);
  await Promise.all([stays, quiet, late].map((each) => each.leave()));
});
