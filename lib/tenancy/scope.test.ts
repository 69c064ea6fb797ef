import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { spinners } from "@/drizzle/tenant/schema";
import { addSpinner, newScope } from "@/e2e/fixtures/tenants";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import { TenantScope } from "./scope";

const names = (db: TenantDb) => db.select({ name: spinners.name }).from(spinners);

test("a handle kept beyond its scope is sealed", async () => {
  const at = await newScope();
  let kept: TenantDb | undefined;
  await at.read(async (db) => {
    kept = db;
    return names(db);
  });
  await expect(Promise.resolve(kept && names(kept))).rejects.toMatchObject({ cause: { code: "scope_sealed" } });
});

test("a query built under one tenant and awaited in another's scope is refused", async () => {
  const [ours, theirs] = await Promise.all([newScope(), newScope()]);
  await addSpinner(theirs, "Secret");
  let built: ReturnType<typeof names> | undefined;
  await theirs.read(async (db) => {
    built = names(db);
  });
  await expect(ours.read(async () => built)).rejects.toMatchObject({ code: "scope_sealed" });
  expect(await theirs.read(names)).toEqual([{ name: "Secret" }]);
});

test("another tenant cannot be opened inside a scope, and the same tenant shares the transaction", async () => {
  const [ours, theirs] = await Promise.all([newScope(), newScope()]);
  await expect(ours.read(() => theirs.read(names))).rejects.toMatchObject({ code: "scope_nested" });
  await expect(ours.read(() => ours.write(names))).rejects.toMatchObject({ code: "scope_nested" });
  const inside = await ours.write(async (db) => {
    await db.insert(spinners, { id: newId(), name: "Not yet committed", nameKey: "n" });
    return ours.read(names);
  });
  expect(inside).toEqual([{ name: "Not yet committed" }]);
});

test("what throws stores nothing, and the connection serves the next one", async () => {
  const at = await newScope();
  const failing = at.write(async (db) => {
    await db.insert(spinners, { id: newId(), name: "Half", nameKey: "half" });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await at.read(names)).toEqual([]);
});

test("a failed statement whose error was swallowed is not acknowledged", async () => {
  const at = await newScope();
  const id = newId();
  const swallowing = at.write(async (db) => {
    await db.insert(spinners, { id, name: "Twice", nameKey: "a" });
    await Promise.resolve(db.insert(spinners, { id, name: "Twice", nameKey: "b" })).catch(() => {});
  });
  await expect(swallowing).rejects.toMatchObject({ code: "not_committed" });
  expect(await at.read(names)).toEqual([]);
});

test("the tenant and the schema are those of the transaction only", async () => {
  const at = await newScope();
  await at.read(names);
  const other = await newScope();
  const both = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const scope = index % 2 ? at : other;
      return scope.read(async (db) => [
        scope.tenant.id,
        await db.execute(sql`SELECT current_setting('app.tenant_id')`),
      ]);
    }),
  );
  for (const [id, rows] of both) expect(rows).toEqual([[id]]);
});

test("a tenant's id that is none opens nothing", async () => {
  const at = await newScope();
  expect(await at.read(names)).toEqual([]);
  const odd = new TenantScope({ ...at.tenant, id: "x'; DROP TABLE spins; --" }, at.actor);
  await expect(odd.read(names)).rejects.toThrow("UUID");
});
