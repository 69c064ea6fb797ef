import { randomBytes } from "node:crypto";
import { createKey } from "@/lib/api-keys/create";
import { withConnection } from "@/lib/db/admin";
import { changeTenant } from "@/lib/tenants/change";
import { renameTenant } from "@/lib/tenants/rename";
import { ask, device, hostOf, urlOf } from "./fixtures/ask";
import { ownTenant, ownTenantSignedIn } from "./fixtures/own-tenant";
import { cookieOf, signOut } from "./fixtures/sign-in";
import { adminUrl, newTenant } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const newSlug = () => `renamed-${randomBytes(5).toString("hex")}`;

/** A serving process believes an address for a second. */
async function settled(slug: string): Promise<void> {
  await expect.poll(async () => (await ask(hostOf(slug), "/sign-in")).status, { timeout: 5_000 }).toBe(308);
}

test("the old host leads to the new one, path and query and all; nobody else can have it", async () => {
  const { at, slug } = await ownTenant();
  const to = newSlug();
  await renameTenant(at.tenant, to);
  await settled(slug);
  for (const path of ["/", "/spins?from=2026-01-01", "/api/v1/averages?from=2026-01-01"]) {
    const answer = await ask(hostOf(slug), path);
    expect([answer.status, answer.headers.location]).toEqual([308, urlOf(to, path)]);
    expect(answer.headers["cache-control"]).toBe("private, no-store");
  }
  expect((await ask(hostOf(to), "/sign-in")).status).toBe(200);

  const other = await newTenant();
  await expect(renameTenant(other, slug)).rejects.toMatchObject({ code: "slug_quarantined" });
  await expect(renameTenant(other, to)).rejects.toMatchObject({ code: "slug_taken" });
  await expect(renameTenant(other, "admin")).rejects.toMatchObject({ code: "slug_reserved" });
});

test("a key goes on at the new address, and a posted batch is led there as it stands", async () => {
  const { at, slug } = await ownTenant();
  const { key } = await createKey(at, { name: "writer" });
  const to = newSlug();
  await renameTenant(at.tenant, to);
  await settled(slug);
  expect((await device(to, key).get("/averages")).status).toBe(200);
  expect((await device(slug, key).post("/spins", { spins: [] })).status).toBe(308);
});

test("who was signed in stays so, and nobody else gets in by the ticket", async ({ page }) => {
  const { at, slug, person } = await ownTenantSignedIn(page);
  const before = await cookieOf(page);
  const to = newSlug();
  await renameTenant(at.tenant, to);
  await settled(slug);

  const answer = await ask(hostOf(slug), "/spins?limit=20", { headers: { Cookie: before } });
  const ticket = new URL(answer.headers.location ?? "");
  expect([answer.status, ticket.host, ticket.pathname]).toEqual([308, hostOf(to), "/continue"]);
  await page.goto(urlOf(slug, "/account"));
  await expect(page).toHaveURL(urlOf(to, "/account"));
  await expect(page.getByText(person.email)).toBeVisible();

  const path = `${ticket.pathname}${ticket.search}`;
  expect((await ask(hostOf(to), path)).headers.location).toBe("/spins?limit=20");
  expect((await ask(hostOf(to), path.replace("ticket=", "ticket=x"))).status).toBe(404);
  const elsewhere = await ownTenant();
  const refused = await ask(hostOf(elsewhere.slug), path);
  expect([refused.status, refused.headers["set-cookie"]]).toEqual([404, undefined]);
  await signOut(page);
  await expect(page).toHaveURL(/sign-in/);
  expect((await ask(hostOf(to), path)).status).toBe(404);
});

test("back to the old address; and after 90 days it is anybody's", async () => {
  const { at, slug } = await ownTenant();
  const to = newSlug();
  await renameTenant(at.tenant, to);
  await renameTenant({ ...at.tenant, slug: to }, slug);
  await settled(to);
  expect((await ask(hostOf(slug), "/sign-in")).status).toBe(200);

  await withConnection(
    adminUrl(),
    (admin) => admin`UPDATE catalog.former_slugs SET given_up_at = now() - interval '91 days' WHERE slug = ${to}`,
  );
  expect((await ask(hostOf(to), "/sign-in")).status).toBe(404);
  const heir = await newTenant();
  expect(await renameTenant(heir, to)).toBe(to);
  await expect.poll(async () => (await ask(hostOf(to), "/sign-in")).status).toBe(200);
});

test("a suspended tenant is shut for everybody, and opens again with all that it had", async () => {
  const { at, slug } = await ownTenant();
  const { key } = await createKey(at, { name: "reader", scope: "read" });
  await changeTenant(at.tenant, { status: "suspended" });
  await expect.poll(async () => (await device(slug, key).get("/averages")).status).toBe(403);
  expect((await ask(hostOf(slug), "/sign-in")).status).toBe(403);
  await changeTenant(at.tenant, { status: "active" });
  await expect.poll(async () => (await device(slug, key).get("/averages")).status).toBe(200);
});
