import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { apiKeys } from "@/drizzle/tenant/schema";
import { addPerson, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import type { Role } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import { createKey } from "./create";
import { findKey } from "./find";
import { getKey, listKeys } from "./list";
import { noteUse } from "./note-use";
import { revokeKey } from "./revoke";

function as(role: Role, at: TenantScope, id = newId()): TenantScope {
  return new TenantScope(at.tenant, { kind: "person", id, role, name: "", email: "", sessionId: newId() });
}

test("keys are listed newest first, page by page, and never say what they are", async () => {
  const at = await newScope();
  const { id: owner } = await addPerson(at, "owner@test.example", "owner");
  const made = [];
  for (const name of ["one", "two", "three"]) made.push(await createKey(as("owner", at, owner), { name }));
  const page = await listKeys(at, { limit: 2 });
  const rest = await listKeys(at, { limit: 2, cursor: page.nextCursor ?? "" });
  const all = [...page.items, ...rest.items];
  expect(all.map(({ name, scope }) => [name, scope])).toEqual([
    ["three", "write"],
    ["two", "write"],
    ["one", "write"],
  ]);
  expect(rest.nextCursor).toBeNull();
  for (const { key } of made) expect(JSON.stringify(all)).not.toContain(key);
  const by = await at.read((db) => db.select({ by: apiKeys.createdBy }).from(apiKeys));
  expect(by).toEqual([{ by: owner }, { by: owner }, { by: owner }]);
});

test("a revoked key is refused from the next request on, as often as it is revoked", async () => {
  const at = await newScope();
  const { id, key } = await createKey(at, { name: "desk", scope: "read" });
  expect(await findKey(at, key)).toEqual({ kind: "key", id, scope: "read" });
  await revokeKey(at, id);
  expect(await findKey(at, key)).toBeUndefined();
  const { revokedAt } = await getKey(at, id);
  await revokeKey(at, id);
  expect(revokedAt).toBeInstanceOf(Date);
  expect((await getKey(at, id)).revokedAt).toEqual(revokedAt);
});

test("another tenant's key is as if missing, and goes on", async () => {
  const [ours, theirs] = [await newScope(), await newScope()];
  const { id, key } = await createKey(theirs, { name: "theirs" });
  for (const wrong of [id, newId(), "none"]) {
    await expect(revokeKey(ours, wrong)).rejects.toMatchObject({ status: 404, code: "not_found" });
    await expect(getKey(ours, wrong)).rejects.toMatchObject({ status: 404 });
  }
  expect(await findKey(theirs, key)).toMatchObject({ id });
  expect(await findKey(ours, key)).toBeUndefined();
});

test("owners and admins see to keys, members and keys do not", async () => {
  const at = await newScope();
  const { id } = await createKey(as("admin", at), { name: "desk" });
  for (const other of [as("member", at), new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" })]) {
    for (const attempt of [
      createKey(other, { name: "x" }),
      listKeys(other, { limit: 1 }),
      getKey(other, id),
      revokeKey(other, id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ status: 403 });
    }
  }
  await revokeKey(as("owner", at), id);
});

test("a form that is sent twice makes one key", async () => {
  const at = await newScope();
  const id = newId();
  const { key } = await createKey(at, { id, name: "desk" });
  await expect(createKey(at, { id, name: "desk" })).rejects.toMatchObject({ status: 409, code: "key_made" });
  expect(await findKey(at, key)).toMatchObject({ id });
  for (const wrong of [
    { name: "" },
    { name: "x", scope: "all" },
    { name: "x", id: "1" },
    { name: "x", role: "owner" },
  ]) {
    await expect(createKey(at, wrong)).rejects.toMatchObject({ status: 422 });
  }
});

test("use is noted within the minute, not at every request, and never in anybody's way", async () => {
  const at = await newScope();
  const { id } = await createKey(at, { name: "desk" });
  const lastUsed = async () => (await getKey(at, id)).lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await at.read(async () => noteUse(at, id));
  await expect.poll(lastUsed).toBeInstanceOf(Date);
  const hourAgo = sql`now() - interval '1 hour'`;
  await at.write((db) => db.update(apiKeys, { lastUsedAt: hourAgo }).where(eq(apiKeys.id, id)));
  const before = await lastUsed();
  noteUse(at, id);
  await new Promise((wake) => setTimeout(wake, 100));
  expect(await lastUsed()).toEqual(before);
  const nowhere = { ...at.tenant, placement: { ...at.tenant.placement, schema: "not_there" } };
  noteUse(new TenantScope(nowhere, at.actor), newId());
  await new Promise((wake) => setTimeout(wake, 100));
});
