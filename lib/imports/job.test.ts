import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { imports } from "@/drizzle/tenant/schema";
import { checked, HEADER, PERSON, ROW, received, rowsOf, stored, workshop } from "@/e2e/fixtures/importing";
import { newId } from "@/lib/new-id";
import { TenantScope } from "@/lib/tenancy/scope";
import { cancelImport } from "./cancel";
import { checkImport } from "./check";
import { getImport } from "./get";
import { storeImport } from "./store";

describe("an import", () => {
  const LONG = [HEADER, ...Array.from({ length: 3_000 }, () => ROW)];

  test("that is cancelled in the middle stores nothing", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, [...LONG, ...LONG.slice(1), ...LONG.slice(1)]);
    const { over } = await storeImport(at, id);
    await expect.poll(async () => (await getImport(at, id)).progress, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await getImport(at, id)).toMatchObject({ state: "storing" });
    await cancelImport(at, id);
    await over;
    expect(await getImport(at, id)).toMatchObject({ state: "cancelled" });
    expect([await stored(at), (await rowsOf(at))[1]]).toEqual([0, []]);
    await expect(cancelImport(at, id)).rejects.toMatchObject({ status: 409 });
  });

  test("that begins twice at once runs once", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, LONG);
    const begun = await Promise.allSettled([storeImport(at, id), storeImport(at, id)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    for (const each of begun) if (each.status === "fulfilled") await each.value.over;
    await expect(storeImport(at, id)).rejects.toMatchObject({ status: 409 });
    expect(await stored(at)).toBe(3_000);
  });

  test("whose process died is interrupted, and begins again from nothing", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, LONG);
    const left = (seconds: number) =>
      at.write((db) =>
        db
          .update(imports, { state: "storing", updatedAt: new Date(Date.now() - seconds * 1_000) })
          .where(eq(imports.id, id)),
      );
    await left(5);
    expect(await getImport(at, id)).toMatchObject({ interrupted: false });
    await expect(storeImport(at, id)).rejects.toMatchObject({ code: "import_running" });
    await left(20);
    expect(await getImport(at, id)).toMatchObject({ interrupted: true });
    await (await storeImport(at, id)).over;
    expect(await getImport(at, id)).toMatchObject({ state: "stored", accepted: 3_000, interrupted: false });
  });

  test("is the business of owners and admins alone, and of one tenant", async () => {
    const { at, person } = await workshop();
    const as = (role: "admin" | "member") =>
      new TenantScope(at.tenant, { kind: "person", ...person, email: PERSON, name: "x", role, sessionId: newId() });
    const key = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" });
    const { id } = await received(as("admin"), `${HEADER}\n${ROW}\n`);
    for (const scope of [as("member"), key]) {
      await expect(received(scope, HEADER)).rejects.toMatchObject({ status: 403 });
      for (const verb of [getImport, checkImport, storeImport, cancelImport]) {
        await expect(verb(scope, id)).rejects.toMatchObject({ status: 403 });
      }
    }
    const { at: other } = await workshop();
    for (const verb of [getImport, checkImport, storeImport, cancelImport]) {
      await expect(verb(other, id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await getImport(as("admin"), id)).toMatchObject({ state: "uploaded" });
  });
});
