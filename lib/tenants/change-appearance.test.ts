import { expect, test } from "vitest";
import { newTenant } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import type { Role } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";
import { changeAppearance } from "./change-appearance";
import { findTenant, readTenant } from "./find";

function as(tenant: Tenant, role: Role) {
  return new TenantScope(tenant, { kind: "person", id: newId(), name: "", email: "", role, sessionId: newId() });
}

test("an owner and an admin change the name and the accent of their own tenant, and this process knows at once", async () => {
  const [ibm, vinta] = [await newTenant(), await newTenant()];
  await findTenant(ibm.slug);
  expect(await changeAppearance(as(ibm, "owner"), { name: " Café 🌀 ", accent: "blue" })).toMatchObject({
    id: ibm.id,
    name: "Café 🌀",
    accent: "blue",
  });
  expect(await findTenant(ibm.slug)).toMatchObject({ name: "Café 🌀", accent: "blue" });
  await changeAppearance(as(ibm, "admin"), { accent: null });
  expect(await readTenant(ibm.slug)).toMatchObject({ name: "Café 🌀", accent: null, plan: ibm.plan });
  await changeAppearance(as(ibm, "admin"), {});
  expect(await readTenant(vinta.slug)).toMatchObject({ name: vinta.name, accent: null });
});

test("members and keys may not, and what is no name or colour is refused", async () => {
  const tenant = await newTenant();
  await expect(changeAppearance(as(tenant, "member"), { name: "Ours" })).rejects.toMatchObject({ status: 403 });
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
    await expect(changeAppearance(as(tenant, "owner"), input)).rejects.toMatchObject({ status: 422 });
  }
  expect(await readTenant(tenant.slug)).toMatchObject({ name: tenant.name, accent: null });
});
