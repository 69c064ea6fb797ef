import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { appUrl, newTenant } from "@/e2e/fixtures/tenants";
import type { Tenant } from "@/lib/tenancy/tenant";
import { readTenant } from "@/lib/tenants/find";

/* What the database lets a serving process change in the catalog: a raw connection, with every verb out of the way. */

describe("the role that serves", () => {
  async function inTheNameOf(tenant: Tenant | undefined, statement: string): Promise<unknown> {
    const sql = postgres(appUrl(), { max: 1, onnotice: () => {} });
    const attempt = sql.begin(async (transaction) => {
      if (tenant) await transaction.unsafe(`SET LOCAL app.tenant_id = '${tenant.id}'`);
      return (await transaction.unsafe(statement)).count;
    });
    return attempt.catch((error: unknown) => error).finally(() => sql.end());
  }

  test("changes the row of the tenant in whose name it works, and no other's", async () => {
    const [ibm, vinta] = [await newTenant(), await newTenant()];
    expect(await inTheNameOf(ibm, "UPDATE catalog.tenants SET name = 'Everybody', accent = 'teal'")).toBe(1);
    expect(await inTheNameOf(ibm, `UPDATE catalog.tenants SET name = 'x' WHERE id = '${vinta.id}'`)).toBe(0);
    expect(await readTenant(ibm.slug)).toMatchObject({ name: "Everybody", accent: "teal" });
    expect(await readTenant(vinta.slug)).toMatchObject({ name: vinta.name, accent: null });
  });

  test.each([
    ["without a tenant", "UPDATE catalog.tenants SET name = 'x'", /42704|22P02/],
    ["another column", "UPDATE catalog.tenants SET slug = 'x'", /42501/],
    ["a colour that is none", "UPDATE catalog.tenants SET accent = 'red'", /23514/],
    [
      "a new tenant",
      "INSERT INTO catalog.tenants (id, slug, name, placement) SELECT id, 'x', 'x', placement FROM catalog.tenants",
      /42501/,
    ],
    ["removing one", "DELETE FROM catalog.tenants", /42501/],
  ])("may not: %s", async (what, statement, code) => {
    const ibm = await newTenant();
    const tried = await inTheNameOf(what === "without a tenant" ? undefined : ibm, statement);
    expect(tried).toMatchObject({ code: expect.stringMatching(code) });
    expect(await inTheNameOf(ibm, "UPDATE catalog.tenants SET name = 'Ours'")).toBe(1);
  });

  test("reads everybody's, as hosts are looked up before there is a tenant", async () => {
    const [ibm, vinta] = [await newTenant(), await newTenant()];
    const both = `SELECT 1 FROM catalog.tenants WHERE id IN ('${ibm.id}', '${vinta.id}')`;
    expect(await inTheNameOf(ibm, both)).toBe(2);
    expect(await inTheNameOf(undefined, both)).toBe(2);
  });
});
