import postgres from "postgres";
import { expect, test } from "vitest";
import { adminUrl, appUrl, newTenant } from "@/e2e/fixtures/tenants";
import type { Tenant } from "@/lib/tenancy/tenant";
import { withConnection } from "./admin";

/* How serving processes get into a tenant's own database, tried by hand. */

/** Every password that the application role is shown in a tenant's name. */
async function passwordsShownTo(tenant: Tenant): Promise<{ tenant: string; password: string }[]> {
  const app = postgres(appUrl(), { max: 1, onnotice: () => {} });
  try {
    return await app.begin(async (sql) => {
      await sql.unsafe(`SET LOCAL app.tenant_id = '${tenant.id}'`);
      const rows = await sql`SELECT tenant_id, password FROM catalog.database_access`;
      return rows.map((row) => ({ tenant: String(row.tenant_id), password: String(row.password) }));
    });
  } finally {
    await app.end();
  }
}

function loginOf(tenant: Tenant, password: string, database: string): string {
  const url = new URL(appUrl());
  Object.assign(url, { username: tenant.placement.database, password, pathname: `/${database}` });
  return url.href;
}

test("a tenant's name shows the password of its own database and of no other; no name shows none", async () => {
  const [ours, theirs] = [await newTenant({ placement: "database" }), await newTenant({ placement: "database" })];
  for (const tenant of [ours, theirs]) {
    expect((await passwordsShownTo(tenant)).map((each) => each.tenant)).toEqual([tenant.id]);
  }
  const bare = withConnection(appUrl(), (app) => app`SELECT password FROM catalog.database_access`);
  await expect(bare).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
});

test("that password opens the tenant's database, and neither the main one nor another's", async () => {
  const [ours, theirs] = [await newTenant({ placement: "database" }), await newTenant({ placement: "database" })];
  const [access] = await passwordsShownTo(ours);
  const open = (database: string) =>
    withConnection(loginOf(ours, access?.password ?? "", database), (own) => own`SELECT current_database() AS name`);
  expect((await open(ours.placement.database ?? ""))[0]?.name).toBe(ours.placement.database);
  for (const database of [theirs.placement.database ?? "", new URL(adminUrl()).pathname.slice(1)]) {
    await expect(open(database)).rejects.toMatchObject({ code: "42501" });
  }
  const asApplication = new URL(appUrl());
  asApplication.pathname = `/${ours.placement.database}`;
  await expect(withConnection(asApplication.href, (app) => app`SELECT 1`)).rejects.toMatchObject({ code: "42501" });
});
