import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { idempotencyKeys } from "@/drizzle/tenant/schema";
import { newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import { createSpinner } from "@/lib/spinners/create";
import type { KeyScope } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import { answerOnce } from "./answer-once";

/** A device of a tenant of its own. */
async function someDevice(scope: KeyScope = "write"): Promise<TenantScope> {
  const { tenant } = await newScope();
  return anotherDevice(tenant, scope);
}

function anotherDevice(tenant: TenantScope["tenant"], scope: KeyScope = "write"): TenantScope {
  return new TenantScope(tenant, { kind: "key", id: newId(), scope });
}

/** A name is taken the second time, so what answers twice has run once. */
const add = (at: TenantScope, name: string, key = "one") =>
  answerOnce(at, { key, request: ["POST", "/spinners", { name }] }, () => createSpinner(at, { name }));

const keysOf = async (at: TenantScope) =>
  (await at.read((db) => db.select({ key: idempotencyKeys.key }).from(idempotencyKeys))).map(({ key }) => key).sort();

const age = (at: TenantScope, key: string) =>
  at.write((db) =>
    db.update(idempotencyKeys, { createdAt: sql`now() - interval '25 hours'` }).where(eq(idempotencyKeys.key, key)),
  );

test("a key that comes again with the same request gets the first answer, byte for byte", async () => {
  const at = await someDevice();
  const first = await add(at, "Comet");
  expect(first).toEqual({ text: expect.stringContaining('"name":"Comet"'), replayed: false });
  expect(await add(at, "Comet")).toEqual({ text: first.text, replayed: true });
  await expect(add(at, "Comet", "two")).rejects.toMatchObject({ code: "name_taken" });
});

test("a key that comes again with another request is refused, and nothing is done", async () => {
  const at = await someDevice();
  await add(at, "Comet");
  await expect(add(at, "Turbine")).rejects.toMatchObject({ status: 422, code: "idempotency_key_reused" });
  expect(await add(at, "Turbine", "two")).toMatchObject({ replayed: false });
});

test("of ten at once one is done, and all get its answer", async () => {
  const at = await someDevice();
  const answers = await Promise.all(Array.from({ length: 10 }, () => add(at, "Comet")));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
});

test("a request that failed leaves its key free for the corrected one", async () => {
  const at = await someDevice();
  await expect(add(at, "")).rejects.toMatchObject({ code: "invalid" });
  expect(await keysOf(at)).toEqual([]);
  expect(await add(at, "Comet")).toMatchObject({ replayed: false });
});

test("the same key of another device, or at another tenant, is another key", async () => {
  const [ours, theirs] = [await someDevice(), await someDevice()];
  await add(ours, "Comet");
  expect(await add(theirs, "Turbine")).toMatchObject({ replayed: false });
  expect(await add(anotherDevice(ours.tenant), "Turbine")).toMatchObject({ replayed: false });
  expect(await add(ours, "Comet")).toMatchObject({ replayed: true });
});

test("a key is forgotten after 24 hours: free for another request, and gone when others come", async () => {
  const at = await someDevice();
  for (const key of ["one", "two", "three"]) await add(at, `Of ${key}`, key);
  await age(at, "one");
  expect(await add(at, "Another", "one")).toMatchObject({ replayed: false });
  expect(await add(at, "Another", "one")).toMatchObject({ replayed: true });
  await age(at, "two");
  await add(at, "Of four", "four");
  expect(await keysOf(at)).toEqual(["four", "one", "three"]);
});
