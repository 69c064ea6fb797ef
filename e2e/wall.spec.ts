import type { Browser, Page } from "@playwright/test";
import { apiTenant, PERSON, spin } from "./fixtures/api-tenant";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { send, signInAs } from "./fixtures/sign-in";
import { addPerson, PASSWORD } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const OWNER = "owner@test.example";

/** A tenant with a spin, and its owner signed in, who puts up a display. Returns the path of its link. */
async function withDisplay(
  page: Page,
): Promise<{ slug: string; link: string; writer: Awaited<ReturnType<typeof apiTenant>>["writer"] }> {
  const { at, slug, writer } = await apiTenant();
  await addPerson(at, OWNER, "owner");
  await writer.post("/spins", { spins: [spin()] });
  await signInAs(page, slug, OWNER, PASSWORD);
  await page.goto(urlOf(slug, "/settings/walls"));
  await page.getByLabel("Name of a new display").fill("Kitchen");
  await send(page, "Put it up");
  const link = await page.getByRole("link", { name: "Open Kitchen" }).getAttribute("href");
  return { slug, link: link ?? "", writer };
}

async function television(browser: Browser, slug: string, link: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const stream = page.waitForResponse((response) => response.url().includes("/wall/live"));
  await page.goto(urlOf(slug, link));
  expect((await stream).status()).toBe(200);
  return page;
}

test("a display hangs in the open, follows new spins within two seconds, and goes dark when it is revoked", async ({
  page,
  browser,
}) => {
  const { slug, link, writer } = await withDisplay(page);
  const screen = await television(browser, slug, link);
  const people = screen.getByRole("region", { name: "People" });
  await expect(people.getByRole("listitem")).toHaveCount(1);
  const before = (await people.getByRole("listitem").textContent()) ?? "";
  await writer.post("/spins", { spins: [spin({ duration_ms: 3_000_000 })] });
  await expect(people.getByRole("listitem")).not.toHaveText(before, { timeout: 2_000 });
  expect(await screen.locator("a").count()).toBe(0);

  await page.getByRole("link", { name: "Revoke Kitchen" }).click();
  await send(page, "Revoke this display");
  await expect(page.getByRole("status")).toContainText("Revoked");
  await expect(people).toBeHidden({ timeout: 10_000 });
  await expect(screen.getByRole("heading", { level: 1 })).toHaveText(/nothing at this address/);
  await screen.close();
});

test("it says no more of people than was chosen, and its stream says nothing of them at all", async ({
  page,
  browser,
}) => {
  const { slug, link, writer } = await withDisplay(page);
  const full = PERSON.split("@")[0] ?? "";
  const heard: Promise<string> = new Promise((resolve) => {
    let text = "";
    void streamOf(slug, link, (chunk) => {
      text += chunk;
      if (text.includes("event:") && text.includes("\n\n", text.indexOf("event:"))) resolve(text);
    });
  });
  const screen = await television(browser, slug, link);
  await writer.post("/spins", { spins: [spin()] });
  expect(await heard).toContain("event: change");
  expect(await heard).not.toContain(full);
  expect(await screen.content()).not.toContain(PERSON);
  await screen.close();
});

test("its link opens one display of one tenant: nothing made up, nothing elsewhere, nothing else", async ({ page }) => {
  const { slug, link } = await withDisplay(page);
  const theirs = await apiTenant();
  expect((await ask(hostOf(slug), link)).status).toBe(200);
  const missing = await ask(hostOf(slug), "/wall?link=nothing");
  for (const [host, path] of [
    [theirs.slug, link],
    [slug, `${link.slice(0, -3)}AAA`],
    [slug, "/wall"],
  ] as const) {
    const { status, text } = await ask(hostOf(host), path);
    expect(status).toBe(404);
    expect(text.length).toBeLessThan(missing.text.length + 400);
  }
  expect((await ask(hostOf(theirs.slug), link.replace("/wall?", "/wall/live?"))).status).toBe(404);
  const value = link.split("=")[1];
  for (const path of ["/", "/people", `/api/v1/averages?link=${value}`]) {
    expect((await ask(hostOf(slug), path)).status).not.toBe(200);
  }
});

test("a member may not see the settings of displays, nor of the workspace", async ({ page }) => {
  const { slug } = await apiTenant();
  await signInAs(page, slug, PERSON, PASSWORD);
  for (const path of ["/settings/walls", "/settings/workspace"]) {
    expect((await page.goto(urlOf(slug, path)))?.status()).toBe(403);
  }
});

test("a workspace has its own name and colour, from the next page on", async ({ page }) => {
  const { slug } = await withDisplay(page);
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--hue").trim());
  expect(await colour()).toBe("190");
  await page.goto(urlOf(slug, "/settings/workspace"));
  await page.getByLabel("Name").fill("Acme Spinning");
  await page.getByLabel("Accent colour").selectOption("Violet");
  await send(page, "Save");
  await expect(page.getByRole("status")).toHaveText("Saved.");
  expect(await colour()).toBe("293");
  await expect(page).toHaveTitle("Workspace · Acme Spinning");
  await page.context().clearCookies();
  await page.goto(urlOf(slug, "/sign-in"));
  expect(await colour()).toBe("293");
});

/** What a display is told, as text. */
async function streamOf(slug: string, link: string, heard: (chunk: string) => void): Promise<void> {
  const { request } = await import("node:http");
  const options = {
    host: "127.0.0.1",
    port: process.env.PORT,
    path: link.replace("/wall?", "/wall/live?"),
    headers: { Host: hostOf(slug) },
  };
  request(options, (response) => response.on("data", (chunk: Buffer) => heard(chunk.toString()))).end();
}
