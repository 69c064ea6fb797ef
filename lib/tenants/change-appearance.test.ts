import { expect, test } from "vitest";
import { asPerson, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import { TenantScope } from "@/lib/tenancy/scope";
import { changeAppearance } from "./change-appearance";
import { findTenant, readTenant } from "./find";

test("an owner and an admin change the name and the accent of their own tenant, and this process knows at once", async () => {
  const [at, theirs] = [await newScope(), await newScope()];
  const [ibm, vinta] = [at.tenant, theirs.tenant];
  await findTenant(ibm.slug);
  expect(await changeAppearance(asPerson(at, "owner"), { name: " Café 🌀 ", accent: "blue" })).toMatchObject({
    id: ibm.id,
    name: "Café 🌀",
    accent: "blue",
  });
  expect(await findTenant(ibm.slug)).toMatchObject({ name: "Café 🌀", accent: "blue" });
  await changeAppearance(asPerson(at, "admin"), { accent: null });
  expect(await readTenant(ibm.slug)).toMatchObject({ name: "Café 🌀", accent: null, plan: ibm.plan });
  await changeAppearance(asPerson(at, "admin"), {});
  expect(await readTenant(vinta.slug)).toMatchObject({ name: vinta.name, accent: null });
});

test("members and keys may not, and what is no name or colour is refused", async () => {
  const at = await newScope();
  const { tenant } = at;
  await expect(changeAppearance(asPerson(at, "member"), { name: "Ours" })).rejects.toMatchObject({ status: 403 });
  const key = new TenantScope(tenant, { kind: "key", id: newId(), scope: "write" });
  await expect(changeAppearance(key, { name: "Ours" })).rejects.toMatchObject({ status: 403 });
  const wrong = [
    { name: "" },
    { name: "x".repeat(121) },
    { name: "a\u202eb" },
    { name: "a\u0000b" },
    { accent: "red" },
    { accent: "" },
    { slug: "mine" },
    { id: newId() },
  ];
  for (const input of wrong) {
    await expect(changeAppearance(asPerson(at, "owner"), input)).rejects.toMatchObject({ status: 422 });
  }
  expect(await readTenant(tenant.slug)).toMatchObject({ name: tenant.name, accent: null });
});
