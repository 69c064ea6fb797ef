import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { adminUrl, appUrl, newScope, newTenant, OPERATOR } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, readCluster } from "@/lib/db/cluster";
import { DatabasePools } from "@/lib/db/database-pools";
import { migrationNames } from "@/lib/db/migrations";
import type { Pool } from "@/lib/db/pool";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { changeTenant } from "@/lib/tenants/change";
import { readTenant } from "@/lib/tenants/find";
import { placementOf } from "./placement";
import { TenantScope } from "./scope";

const sleep = (at: TenantScope, seconds: number) => at.read((db) => db.execute(sql`SELECT pg_sleep(${seconds})`));

test("a tenant's own statement timeout cuts it off, and nobody else on the same connections", async () => {
  const [at, other] = [await newScope(), await newScope()];
  const limited = new TenantScope({ ...at.tenant, limits: { connections: 1, statementTimeoutMs: 200 } }, OPERATOR);
  await expect(sleep(limited, 1)).rejects.toMatchObject({ kind: "unavailable" });
  await Promise.all([sleep(other, 0.5), sleep(at, 0.5)]);
  await sleep(limited, 0.05);
});

test("a tenant's own number of connections is all that it has", async () => {
  const { tenant } = await newScope();
  const one = new TenantScope({ ...tenant, limits: { connections: 1, statementTimeoutMs: undefined } }, OPERATOR);
  const started = performance.now();
  await Promise.all([sleep(one, 0.2), sleep(one, 0.2), sleep(one, 0.2)]);
  expect(performance.now() - started).toBeGreaterThan(590);
});

test("limits are data: they are set, taken away, and refused where they make no sense", async () => {
  actAsOperator(adminUrl());
  const tenant = await newTenant();
  const limits = async () => (await readTenant(tenant.slug))?.limits;
  await changeTenant(tenant, { connections: 3, statementTimeoutMs: 900 });
  expect(await limits()).toEqual({ connections: 3, statementTimeoutMs: 900 });
  await changeTenant(tenant, { connections: null });
  expect(await limits()).toEqual({ connections: undefined, statementTimeoutMs: 900 });
  for (const wrong of [
    { connections: 51 },
    { connections: 0 },
    { statementTimeoutMs: 5 },
    { statementTimeoutMs: 20_001 },
  ]) {
    await expect(changeTenant(tenant, wrong)).rejects.toMatchObject({ code: "invalid" });
  }
  closePools();
});

test("a tenant's plan says how many requests it may make; one that is not there is refused", async () => {
  actAsOperator(adminUrl());
  const tenant = await newTenant();
  await changeTenant(tenant, { plan: "large" });
  expect((await readTenant(tenant.slug))?.plan).toEqual({
    name: "large",
    key: { perMinute: 120_000, burst: 20_000 },
    tenant: { perMinute: 300_000, burst: 50_000 },
  });
  await expect(changeTenant(tenant, { plan: "endless" })).rejects.toMatchObject({ status: 404, code: "plan_unknown" });
  expect((await readTenant(tenant.slug))?.plan.name).toBe("large");
  closePools();
});

test("pools of databases open on demand, are bounded in number, and close when idle", async () => {
  const { tenant } = await newScope();
  const pools = new DatabasePools();
  const tenants = Array.from({ length: 60 }, (_, index) => {
    const id = `${String(index).padStart(8, "0")}-0000-7000-8000-000000000000`;
    return { ...tenant, id, placement: placementOf({ id, architecture: "database", server: "primary" }) };
  });
  const opened: Pool[] = [];
  for (const each of tenants) {
    const pool = await pools.of(each, () => Promise.resolve({ url: appUrl() }));
    const connection = pool.take(each.id);
    if (connection) pool.release(each.id, connection);
    opened.push(pool);
    expect(pools.size).toBeLessThanOrEqual(50);
  }
  // Who came last is still there, who came first was closed for it.
  expect(await pools.of(tenants[59] ?? tenant, () => Promise.reject(new Error("asked twice")))).toBe(opened[59]);
  expect(opened[0]?.isEmpty).toBe(true);
  pools.close();
  expect(pools.size).toBe(0);
});

test("a placement older than the code is refused, and it alone", async () => {
  const [old, other] = [await newScope({ placement: "schema" }), await newScope({ placement: "schema" })];
  const { schema } = old.tenant.placement;
  const last = migrationNames("tenant").at(-1) ?? "";
  const url = adminUrlOf(await readCluster(adminUrl()), old.tenant.placement);
  const [row] = await withConnection(url, (admin) =>
    admin.unsafe(`DELETE FROM "${schema}".schema_migrations WHERE name = $1 RETURNING name, hash`, [last]),
  );
  await expect(sleep(old, 0)).rejects.toMatchObject({ kind: "unavailable", retryAfter: 2 });
  await sleep(other, 0);
  await withConnection(url, (admin) =>
    admin.unsafe(`INSERT INTO "${schema}".schema_migrations (name, hash) VALUES ($1, $2)`, [row?.name, row?.hash]),
  );
  await expect
    .poll(
      () =>
        sleep(old, 0).then(
          () => "served",
          () => "refused",
        ),
      { timeout: 5_000 },
    )
    .toBe("served");
});
