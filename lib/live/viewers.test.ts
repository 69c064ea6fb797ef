import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { byNewKey, type OwnHub, ownHub, record, spinningTenant, WITHIN, watch } from "@/e2e/fixtures/own-hub";
import { Listener } from "@/e2e/fixtures/streams";
import { addPerson } from "@/e2e/fixtures/tenants";
import { revokeKey } from "@/lib/api-keys/revoke";
import { closeSession } from "@/lib/sessions/close";
import { openSession } from "@/lib/sessions/open";
import { TenantScope } from "@/lib/tenancy/scope";
import { Hub } from "./hub";
import { SLACK_BYTES } from "./viewer";

let own: OwnHub;
let ours: TenantScope;

beforeAll(async () => {
  own = await ownHub();
  ours = await spinningTenant();
});

afterAll(() => own.remove());

test("the stream of a session that was closed, or of a key that was revoked, ends within 5 s; others go on", async () => {
  const { id } = await addPerson(ours, "another@test.example");
  const sessionId = await openSession(ours, id);
  const actor = { kind: "person" as const, id, name: "", email: "", role: "member" as const, sessionId };
  const ofSession = new Listener(own.hub.open(new TenantScope(ours.tenant, actor), undefined, () => {}));
  const [ofKey, stays] = [await watch(own, ours), await watch(own, ours)];
  await sleep(2_100);
  expect([ofSession.ended, ofKey.ended]).toEqual([false, false]);
  await Promise.all([closeSession(ours, sessionId), revokeKey(ours, ofKey.keyId)]);
  await vi.waitFor(() => expect([ofSession.ended, ofKey.ended]).toEqual([true, true]), { timeout: 5_000 });
  expect(stays.ended).toBe(false);
  await stays.leave();
});

test("all streams of a tenant end when it is suspended", async () => {
  const at = await spinningTenant();
  const watcher = await watch(own, at);
  await own.admin`UPDATE catalog.tenants SET status = 'suspended' WHERE id = ${at.tenant.id}`;
  await vi.waitFor(() => expect(watcher.ended).toBe(true), { timeout: 5_000 });
});

test("a client that does not read is cut off, and holds nobody up", async () => {
  let cut = false;
  const { as } = await byNewKey(ours);
  const unread = own.hub.open(as, undefined, () => {
    cut = true;
  });
  const reads = await watch(own, ours);
  const open = own.hub.size;
  for (let sent = 0; !cut && sent < 40; sent++) {
    await record(ours, 50);
    await sleep(260);
  }
  expect(cut).toBe(true);
  expect(reads.ended).toBe(false);
  expect(reads.text.length).toBeGreaterThan(SLACK_BYTES);
  expect(own.hub.size).toBe(open - 1);
  await expect(unread.getReader().read()).rejects.toThrow("does not read");
  await reads.leave();
});

test("one key opens 50 streams and no more; those that were left make room", async () => {
  const { as } = await byNewKey(ours);
  const open = () => new Listener(own.hub.open(as, undefined, () => {}));
  const streams = Array.from({ length: 50 }, open);
  expect(open).toThrow(expect.objectContaining({ code: "too_many_streams", status: 429, retryAfter: 10 }));
  await streams[0]?.leave();
  streams.push(open());
  await Promise.all(streams.map((each) => each.leave()));
  expect(own.hub.size).toBe(0);
});

test("a process that is about to end ends its streams, and opens no more", async () => {
  const ending = new Hub();
  const { as } = await byNewKey(ours);
  const stream = new Listener(ending.open(as, undefined, () => {}));
  await sleep(50);
  ending.close();
  await vi.waitFor(() => expect(stream.ended).toBe(true), WITHIN);
  expect(() => ending.open(as, undefined, () => {})).toThrow(expect.objectContaining({ status: 503 }));
});
