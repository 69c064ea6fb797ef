import type { Page } from "@playwright/test";
import { createKey } from "@/lib/api-keys/create";
import { newId } from "@/lib/new-id";
import { ask, device, hostOf, urlOf } from "./fixtures/ask";
import { rowsOf } from "./fixtures/dashboard";
import { hiddenFields, postForm } from "./fixtures/form";
import { expectGoodLooks } from "./fixtures/looks";
import { ownTenant, ownTenantSignedIn } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

const KEY = /spk_[\w-]{43}/;

async function ownerAtKeys(page: Page) {
  const own = await ownTenant("owner");
  await signInAs(page, own.slug, own.person.email);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keys" })).toBeVisible();
  return own;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an owner makes a key, is shown it once, uses it, and revokes it", async ({ page }) => {
      const { slug } = await ownerAtKeys(page);
      await expect(page.getByText("No key yet")).toBeVisible();

      const key = await make(page, "Lobby <b>desk</b>", "Read");
      expect(page.url()).toBe(urlOf(slug, "/settings/keys"));
      expect((await rowsOf(page, "Keys")).map(([what]) => what)).toEqual([
        expect.stringMatching(/^Lobby <b>desk<\/b>\s+Read$/),
      ]);
      await expect(page.getByLabel("Name of a new key")).toHaveValue("");
      expect((await device(slug, key).get("/averages")).status).toBe(200);

      const second = await make(page, "Nightly import", "Read and write");
      expect(await page.content()).not.toContain(key);
      await page.goto(urlOf(slug, "/settings/keys"));
      expect(await page.content()).not.toMatch(KEY);

      await page.getByRole("link", { name: "Revoke Lobby" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
      expect((await device(slug, key).get("/averages")).status).toBe(200);
      await page.getByRole("button", { name: "Revoke this key" }).click();
      await expect(page.getByRole("status")).toHaveText("Revoked. It is refused from now on.");
      expect((await device(slug, key).get("/averages")).status).toBe(401);
      expect((await device(slug, second).get("/averages")).status).toBe(200);
      expect((await rowsOf(page, "Keys")).map((row) => row.at(-1)?.split(/\s/)[0])).toEqual(["Revoke", "Revoked"]);
    });
  });
}

test("a form that was sent before makes no second key, and shows none", async ({ page }) => {
  const { slug } = await ownerAtKeys(page);
  const headers = { Cookie: await cookieOf(page), Origin: urlOf(slug, "") };
  const { text } = await ask(hostOf(slug), "/settings/keys", { headers });
  const fields = { name: "Twice", scope: "write" };
  const form = { ...hiddenFields(text, fields), ...fields };
  const first = await postForm(hostOf(slug), "/settings/keys", form, headers);
  expect([first.status, first.text]).toEqual([200, expect.stringMatching(KEY)]);
  expect(first.headers["cache-control"]).toBe("private, no-store");
  const again = await postForm(hostOf(slug), "/settings/keys", form, headers);
  expect([again.status, again.text]).toEqual([409, expect.not.stringMatching(KEY)]);
  expect(again.text.match(/<th scope="row">Twice/g)).toHaveLength(1);
});

test("what keys there are is no member's business, and no other tenant's", async ({ page }) => {
  const { at, slug } = await ownTenantSignedIn(page);
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
  const { id } = await createKey(at, { name: "Hidden desk" });
  for (const path of ["/settings", "/settings/keys", `/settings/keys/${id}`]) {
    await page.goto(urlOf(slug, path));
    const answer = await ask(hostOf(slug), path === "/settings" ? "/settings/keys" : path, {
      headers: { Cookie: await cookieOf(page) },
    });
    expect([answer.status, answer.text]).toEqual([403, expect.not.stringContaining("Hidden desk")]);
  }
  const theirs = await ownTenant("owner");
  await signInAs(page, theirs.slug, theirs.person.email);
  const headers = { Cookie: await cookieOf(page) };
  const [elsewhere, missing] = [id, newId()].map((each) =>
    ask(hostOf(theirs.slug), `/settings/keys/${each}`, { headers }),
  );
  expect([(await elsewhere)?.status, (await missing)?.status]).toEqual([404, 404]);
  const own = await createKey(theirs.at, { name: "Own desk" });
  expect((await ask(hostOf(theirs.slug), `/settings/keys/${own.id}`, { headers })).status).toBe(200);
});

test("the pages of keys read well in every look, with keys and without", async ({ page }) => {
  test.slow();
  const { at, slug } = await ownerAtKeys(page);
  await expectGoodLooks(page);
  await createKey(at, { name: "The desk in the lobby of the second building, left of the stairs" });
  await make(page, "Nightly import", "Read");
  await expectGoodLooks(page);
  const { id } = await createKey(at, { name: "Desk" });
  await page.goto(urlOf(slug, `/settings/keys/${id}`));
  await expectGoodLooks(page);
});

/** Makes a key through the form; returns it as it is shown. */
async function make(page: Page, name: string, scope: string): Promise<string> {
  await page.getByLabel("Name of a new key").fill(name);
  await page.getByLabel("What it may do").selectOption({ label: scope });
  expect((await send(page, "Make key")).status()).toBe(200);
  await expect(page.getByRole("status")).toContainText(name);
  return KEY.exec((await page.getByRole("status").textContent()) ?? "")?.[0] ?? "";
}
