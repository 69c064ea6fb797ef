import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { Listener } from "@/e2e/fixtures/streams";
import { addPerson, addSpinner, adminUrl, newScope } from "@/e2e/fixtures/tenants";
import { createKey } from "@/lib/api-keys/create";
import { revokeKey } from "@/lib/api-keys/revoke";
import { type Admin, connectAsAdmin } from "@/lib/db/admin";
import { notify } from "@/lib/db/notify";
import { closePools } from "@/lib/db/servers";
import { newId } from "@/lib/new-id";
import { closeSession } from "@/lib/sessions/close";
import { openSession } from "@/lib/sessions/open";
import { correctSpin } from "@/lib/spins/correct";
import { recordSpins } from "@/lib/spins/record";
import { TenantScope } from "@/lib/tenancy/scope";
import { Hub } from "./hub";
import { CHANNEL, encodeSignals } from "./signal";
import { SLACK_BYTES } from "./viewer";

const PERSON = "someone@test.example";
const WITHIN = { timeout: 2_000, interval: 20 };

let server: OwnServer;
let admin: Admin;
let hub: Hub;
let ours: TenantScope;
let theirs: TenantScope;

/* On a server of its own: whose listener is cut off here must be ours alone. */
beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  admin = connectAsAdmin(adminUrl());
  [ours, theirs] = await Promise.all([someTenant(), someTenant()]);
  hub = new Hub();
});

afterAll(async () => {
  hub.close();
  closePools();
  await admin.end();
  await server.remove();
});

async function someTenant(): Promise<TenantScope> {
  const at = await newScope();
  await addPerson(at, PERSON);
  await addSpinner(at, "PokeSpinner");
  return at;
}

/** A stream of a new key of this tenant, once it is told of what comes. */
async function watch(at: TenantScope, since?: number) {
  const { id } = await createKey(at, { name: newId(), scope: "read" });
  const as = new TenantScope(at.tenant, { kind: "key", id, scope: "read" });
  const listener = new Listener(hub.open(as, since, () => {}));
  await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), WITHIN);
  await sleep(300);
  return Object.assign(listener, { keyId: id });
}

/** The backends that listen. */
async function listeners(): Promise<number[]> {
  const rows = await admin`SELECT pid FROM pg_stat_activity
    WHERE application_name = 'spinner-tracking' AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')`;
  return rows.map(({ pid }) => Number(pid));
}

async function record(at: TenantScope, count = 1): Promise<string[]> {
  const spins = Array.from({ length: count }, () => ({ spinner: "PokeSpinner", person: PERSON, duration_ms: 1_000 }));
  return (await recordSpins(at, { spins })).ids;
}

test("a spin reaches all who watch its tenant, with its row, and nobody else", async () => {
  const [one, other, stranger] = [await watch(ours), await watch(ours), await watch(theirs)];
  const before = stranger.text;
  const [id] = await record(ours);
  for (const each of [one, other]) {
    await vi.waitFor(() => expect(each.ids).toEqual([id]), WITHIN);
    expect(each.events.at(-1)).toMatchObject({
      name: "spins",
      data: { count: 1, spins: [{ id, spinner_name: "PokeSpinner", duration_ms: 1_000 }], refresh_ms: 30 },
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
  const watcher = await watch(ours);
  const forged = encodeSignals([{ tenantId: ours.tenant.id, count: 1, ids: [theirId] }]);
  await notify(CHANNEL, [...forged, "", "x;;:", "a".repeat(7_000), `${ours.tenant.id}:1:${theirId}`]);
  await vi.waitFor(() => expect(watcher.events.at(-1)).toMatchObject({ data: { count: 1, spins: [] } }), WITHIN);
  const [id] = await record(ours);
  await vi.waitFor(() => expect(watcher.ids).toEqual([id]), WITHIN);
  await watcher.leave();
});

test("a burst is few events, and none of its spins goes uncounted", async () => {
  const watcher = await watch(ours);
  const known = watcher.events.length;
  await Promise.all(Array.from({ length: 60 }, () => record(ours, 3)));
  const count = () => watcher.events.reduce((sum, { data }) => sum + (data.count ?? 0), 0);
  await vi.waitFor(() => expect(count()).toBe(180), WITHIN);
  expect(watcher.events.length - known).toBeLessThan(10);
  await watcher.leave();
});

test("what is written in a larger transaction is told once that is committed, and never if it is not", async () => {
  const watcher = await watch(ours);
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

test("the stream of a session that was closed, or of a key that was revoked, ends within 5 s; others go on", async () => {
  const { id } = await addPerson(ours, "another@test.example");
  const sessionId = await openSession(ours, id);
  const actor = { kind: "person" as const, id, name: "", email: "", role: "member" as const, sessionId };
  const ofSession = new Listener(hub.open(new TenantScope(ours.tenant, actor), undefined, () => {}));
  const [ofKey, stays] = [await watch(ours), await watch(ours)];
  await sleep(2_100);
  expect([ofSession.ended, ofKey.ended]).toEqual([false, false]);
  await Promise.all([closeSession(ours, sessionId), revokeKey(ours, ofKey.keyId)]);
  await vi.waitFor(() => expect([ofSession.ended, ofKey.ended]).toEqual([true, true]), { timeout: 5_000 });
  expect(stays.ended).toBe(false);
  await stays.leave();
});

test("all streams of a tenant end when it is suspended", async () => {
  const at = await someTenant();
  const watcher = await watch(at);
  await admin`UPDATE catalog.tenants SET status = 'suspended' WHERE id = ${at.tenant.id}`;
  await vi.waitFor(() => expect(watcher.ended).toBe(true), { timeout: 5_000 });
});

test("a listener that is cut off is back by itself, and who watches is told to look again", async () => {
  const watcher = await watch(ours);
  const known = watcher.events.length;
  const [pid = 0] = await listeners();
  await admin`SELECT pg_terminate_backend(${pid})`;
  await vi.waitFor(() => expect(watcher.events.slice(known)).toMatchObject([{ name: "change" }]), WITHIN);
  expect(await listeners()).not.toContain(pid);
  const [id] = await record(ours);
  await vi.waitFor(() => expect(watcher.ids).toEqual([id]), WITHIN);
  await watcher.leave();
});

test("who has looked before something changed is told so at once, who has looked since is not", async () => {
  const stays = await watch(ours);
  await sleep(2_000);
  const quiet = await watch(theirs, Date.now());
  expect(quiet.events).toEqual([]);
  const before = Date.now();
  await record(ours);
  await sleep(500);
  const late = await watch(ours, before);
  expect(late.events).toMatchObject([{ name: "change" }]);
  await Promise.all([stays, quiet, late].map((each) => each.leave()));
});

test("a client that does not read is cut off, and holds nobody up", async () => {
  let cut = false;
  const { id } = await createKey(ours, { name: "slow", scope: "read" });
  const as = new TenantScope(ours.tenant, { kind: "key", id, scope: "read" });
  const unread = hub.open(as, undefined, () => {
    cut = true;
  });
  const reads = await watch(ours);
  const open = hub.size;
  const full = { spinner: "PokeSpinner", person: PERSON, duration_ms: 1_000 };
  for (let sent = 0; !cut && sent < 40; sent++) {
    await recordSpins(ours, { spins: Array.from({ length: 50 }, () => full) });
    await sleep(260);
  }
  expect(cut).toBe(true);
  expect(reads.ended).toBe(false);
  expect(reads.text.length).toBeGreaterThan(SLACK_BYTES);
  expect(hub.size).toBe(open - 1);
  await expect(unread.getReader().read()).rejects.toThrow("does not read");
  await reads.leave();
});

test("one key opens 50 streams and no more; those that were left make room", async () => {
  const { id } = await createKey(ours, { name: "many", scope: "read" });
  const as = new TenantScope(ours.tenant, { kind: "key", id, scope: "read" });
  const open = () => new Listener(hub.open(as, undefined, () => {}));
  const streams = Array.from({ length: 50 }, open);
  expect(open).toThrow(expect.objectContaining({ code: "too_many_streams", status: 429, retryAfter: 10 }));
  await streams[0]?.leave();
  streams.push(open());
  await Promise.all(streams.map((each) => each.leave()));
  expect(hub.size).toBe(0);
});

test("a process that is about to end ends its streams, and opens no more", async () => {
  const ending = new Hub();
  const { id } = await createKey(ours, { name: "last", scope: "read" });
  const as = new TenantScope(ours.tenant, { kind: "key", id, scope: "read" });
  const stream = new Listener(ending.open(as, undefined, () => {}));
  await sleep(50);
  ending.close();
  await vi.waitFor(() => expect(stream.ended).toBe(true), WITHIN);
  expect(() => ending.open(as, undefined, () => {})).toThrow(expect.objectContaining({ status: 503 }));
});
