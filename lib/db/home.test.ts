import { afterAll, beforeAll, expect, test } from "vitest";
import { adminUrl, appUrl, newTenant } from "@/e2e/fixtures/tenants";
import type { Tenant } from "@/lib/tenancy/tenant";
import { type Admin, connectAsAdmin } from "./admin";
import { type Again, freezeKey, NotHome } from "./home";
import { FOR_MANY, Pool } from "./pool";
import { transact } from "./transaction";

/* What a change of a tenant's rows is told about its place. */

let admin: Admin;
let pool: Pool;

beforeAll(() => {
  admin = connectAsAdmin(adminUrl());
  pool = new Pool({ url: appUrl() }, FOR_MANY);
});

afterAll(() => {
  pool.close();
  return admin.end();
});

/** Undefined where the change may be made, else why not. */
async function refusal({ id }: Tenant, again?: Again): Promise<NotHome | undefined> {
  const how = { mode: "write", schema: "shared", tenantId: id, again } as const;
  const refused = await transact(pool, how, (send) => send("SELECT 1")).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused !== undefined && !(refused instanceof NotHome)) throw refused;
  return refused;
}

async function fenced({ id }: Tenant, age: string, kept = true): Promise<string> {
  const [row] = await admin`
    INSERT INTO shared.moved_away (tenant_id, moved_at, kept) VALUES (${id}, now() - ${age}::text::interval, ${kept})
    ON CONFLICT (tenant_id) DO UPDATE SET moved_at = excluded.moved_at, kept = excluded.kept
    RETURNING moved_at::text AS raised`;
  return String(row?.raised);
}

test("a change is made at home, refused behind a fence, and while a move holds its lock", async () => {
  const [tenant, other] = [await newTenant({ placement: "shared" }), await newTenant({ placement: "shared" })];
  expect(await refusal(tenant)).toBeUndefined();
  await admin.begin(async (sql) => {
    await sql`SELECT pg_advisory_xact_lock(${freezeKey(tenant.id)}::bigint)`;
    expect(await refusal(tenant)).toMatchObject({ reason: "frozen" });
    expect(await refusal(other)).toBeUndefined();
  });
  expect(await refusal(tenant)).toBeUndefined();
  await fenced(tenant, "1 second");
  expect(await refusal(tenant)).toMatchObject({ reason: "moved", expiredFence: undefined });
  expect(await refusal(other)).toBeUndefined();
});

test("an expired fence is void for who has asked the catalog after that very one, and for nobody else", async () => {
  const tenant = await newTenant({ placement: "shared" });
  const first = await fenced(tenant, "40 seconds");
  expect(await refusal(tenant)).toMatchObject({ reason: "moved", expiredFence: first });
  expect(await refusal(tenant, { expiredFence: first })).toBeUndefined();
  // Meanwhile a move was taken up, switched, and so long ago that its own fence has expired.
  const second = await fenced(tenant, "31 seconds");
  expect(await refusal(tenant, { expiredFence: first })).toMatchObject({ expiredFence: second });
});

test("a fence whose old rows are gone never expires", async () => {
  const tenant = await newTenant({ placement: "shared" });
  const raised = await fenced(tenant, "9 days", false);
  expect(await refusal(tenant, { expiredFence: raised })).toMatchObject({ reason: "moved", expiredFence: undefined });
});
