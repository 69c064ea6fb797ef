import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spinners } from "@/drizzle/tenant/schema";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { addSpinner, adminUrl, appUrl, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { type Admin, connectAsAdmin } from "./admin";
import { Pool } from "./pool";
import { closePools } from "./servers";
import { TenantDb } from "./tenant-db";
import { transact } from "./transaction";

const SIZE = 4;
let server: OwnServer;
let admin: Admin;
let pool: Pool;
let ours: TenantScope;
let theirs: TenantScope;

/* On a server of its own: whose connections are cut off here must be ours alone. */
beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  admin = connectAsAdmin(adminUrl());
  pool = new Pool({ url: appUrl() }, { size: SIZE, share: SIZE / 2, patienceMs: 300, restMs: 0 });
  [ours, theirs] = await Promise.all([newScope(), newScope()]);
  for (const at of [ours, theirs]) await addSpinner(at, "PokeSpinner");
});

afterAll(async () => {
  pool.close();
  closePools();
  await admin.end();
  await server.remove();
});

function within<T>(at: TenantScope, mode: "read" | "write", body: (db: TenantDb) => Promise<T>): Promise<T> {
  const how = { mode, schema: "shared", tenantId: at.tenant.id };
  return transact(pool, how, (send) => body(new TenantDb(send, at.tenant.id)));
}

const rename = (at: TenantScope, name: string) => within(at, "write", (db) => db.update(spinners, { name }));
const count = (at: TenantScope) => within(at, "read", (db) => db.select({ id: spinners.id }).from(spinners));
const sleep = (at: TenantScope, seconds: number) =>
  within(at, "read", (db) => db.execute(sql`SELECT pg_sleep(${seconds})`));

test("a tenant that waits for locks waits alone: its own get 503, others go on", async () => {
  const holder = connectAsAdmin(adminUrl());
  await holder.unsafe("BEGIN");
  await holder`SELECT 1 FROM shared.spinners WHERE tenant_id = ${ours.tenant.id} FOR UPDATE`;
  const stuck = Array.from({ length: SIZE }, () => rename(ours, "Stuck").catch((error: unknown) => error));
  const others = await Promise.all(Array.from({ length: 20 }, () => count(theirs)));
  expect(others.every((rows) => rows.length === 1)).toBe(true);
  for (const error of await Promise.all(stuck))
    expect(error).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
  await holder.unsafe("ROLLBACK");
  await holder.end();
  await rename(ours, "Free again");
});

test("where no connection comes free, the answer is 503 before long, and no queue", async () => {
  const busy = [ours, theirs].flatMap((at) => Array.from({ length: SIZE / 2 }, () => sleep(at, 1)));
  await expect(count(ours)).rejects.toMatchObject({ status: 503 });
  await Promise.all(busy);
  expect(await count(ours)).toHaveLength(1);
});

test("a statement that runs too long is cut off by the server", async () => {
  await expect(sleep(ours, 20)).rejects.toMatchObject({ status: 503 });
  expect(await count(ours)).toHaveLength(1);
}, 15_000);

test("connections that are cut off at random cost retries or 503s, never a wrong answer", async () => {
  let running = true;
  const cutting = (async () => {
    while (running) {
      await admin`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE usename = 'spinner_app' AND application_name = 'spinner-tracking' AND random() < 0.3
          AND pid IN (SELECT pid FROM pg_stat_activity ORDER BY random() LIMIT 3)`;
      await new Promise((wake) => setTimeout(wake, 30));
    }
  })();
  const workers = Array.from({ length: 6 }, async (_, worker) => {
    const at = worker % 2 ? ours : theirs;
    for (let round = 0; round < 60; round++) {
      const seen = await within(at, "read", (db) =>
        db.execute(sql`SELECT DISTINCT tenant_id FROM spinners WHERE tenant_id = ${db.tenantId}`),
      ).catch((error: unknown) => error);
      if (Array.isArray(seen)) expect(seen).toEqual([[at.tenant.id]]);
      else expect(seen).toMatchObject({ status: 503 });
      await within(at, "write", (db) => db.insert(spinners, { id: newId(), name: "n", nameKey: newId() })).catch(
        (error: unknown) => expect(error).toMatchObject({ status: 503 }),
      );
    }
  });
  await Promise.all(workers);
  running = false;
  await cutting;
  const rows = await count(ours).catch(() => count(ours));
  expect(rows.length).toBeGreaterThan(1);
}, 60_000);
