import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { demoCompany } from "./fixtures/demo";
import { ownTenant } from "./fixtures/own-tenant";
import { signIn, signInAs, signOut } from "./fixtures/sign-in";
import { addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

test.use({ javaScriptEnabled: false });

test("somebody signs in, records a spin, sees it count and signs out", async ({ page }) => {
  const { at, slug, person } = await ownTenant();
  await addSpinner(at, "Comet");
  await signInAs(page, slug, person.email);
  await expect(figure(page, "Spins")).toHaveText("0");

  await page.getByRole("link", { name: "Record a spin" }).click();
  await page.getByLabel("How long, in seconds").fill("93.5");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "with" })).toContainText("recorded");

  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(figure(page, "Spins")).toHaveText("1");
  await expect(figure(page, "Overall average")).toHaveText("93.500 s");

  await signOut(page);
  await expect(page).toHaveURL(urlOf(slug, "/sign-in"));
  await page.goto(urlOf(slug));
  await expect(page).toHaveURL(urlOf(slug, "/sign-in"));
});

test("the list of spins leads to older ones and back to the newest", async ({ page }) => {
  await signIn(page, demoCompany().slug);
  await page.getByRole("link", { name: "Spins", exact: true }).click();
  const newest = await spins(page);
  expect(newest).toHaveLength(50);
  await expect(page.getByRole("link", { name: "First page" })).toHaveCount(0);

  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForURL(/cursor=/);
  const older = await spins(page);
  expect(older).toHaveLength(50);
  expect(older).not.toEqual(newest);
  expect(older.filter((row) => newest.some((each) => each.join() === row.join()))).toEqual([]);

  await page.getByRole("link", { name: "First page" }).click();
  await page.waitForURL(/\/spins\??$/);
  expect(await spins(page)).toEqual(newest);
});

test("spins are filtered, page by page, and the filter can be cleared", async ({ page }) => {
  const { slug } = demoCompany();
  await signIn(page, slug);
  await page.goto(urlOf(slug, "/spins"));
  await page.getByLabel("Spinner").selectOption("PokeSpinner");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/[?&]spinner=/);
  await expect(page.getByLabel("Spinner").locator("option:checked")).toHaveText("PokeSpinner");
  expect(new Set(await column(page, 2))).toEqual(new Set(["PokeSpinner"]));
  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForURL(/[?&]cursor=/);
  expect(new Set(await column(page, 2))).toEqual(new Set(["PokeSpinner"]));

  await page.getByLabel("Person").selectOption("Max Member");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/[?&]person=[^&]/);
  expect(new Set(await column(page, 1))).toEqual(new Set(["Max Member"]));
  await page.getByLabel("From").fill("2001-01-01");
  await page.getByLabel("To", { exact: true }).fill("2001-12-31");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("No spins here yet")).toBeVisible();

  await page.getByRole("link", { name: "Clear" }).click();
  await page.waitForURL(urlOf(slug, "/spins"));
  expect(new Set(await column(page, 2)).size).toBeGreaterThan(1);
});

test("a range is a link or two days, and the address keeps it", async ({ page }) => {
  const { slug } = demoCompany();
  await signIn(page, slug);
  const period = page.getByRole("search", { name: "Period" });
  const current = period.locator("[aria-current]");
  await expect(current).toHaveText("30 days");
  const month = await countOf(page);

  await period.getByRole("link", { name: "All time" }).click();
  await expect(page).toHaveURL(urlOf(slug, "/?range=all"));
  await expect(current).toHaveText("All time");
  await expect(figure(page, "Spins")).toHaveText(/^5,0\d\d$/);
  await period.getByRole("link", { name: "7 days" }).click();
  await expect(current).toHaveText("7 days");
  expect(await countOf(page)).toBeLessThan(month);

  await period.getByLabel("From").fill("2001-01-01");
  await period.getByLabel("To", { exact: true }).fill("2001-12-31");
  await period.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(urlOf(slug, "/?from=2001-01-01&to=2001-12-31"));
  await expect(figure(page, "Spins")).toHaveText("0");
  await expect(current).toHaveCount(0);
});

test("settings are kept: a name, a colour, a display, a theme", async ({ page }) => {
  const { slug, person } = await ownTenant("owner");
  await signInAs(page, slug, person.email);
  await page.goto(urlOf(slug, "/settings/workspace"));
  await page.getByLabel("Name").fill("Acme without scripts");
  await page.getByLabel("Accent colour").selectOption("Orange");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await expect(page).toHaveTitle("Workspace · Acme without scripts");
  await page.goto(urlOf(slug, "/settings/walls"));
  await page.getByLabel("Name of a new display").fill("Lobby");
  await page.getByRole("button", { name: "Put it up" }).click();
  await page.getByRole("link", { name: "Open Lobby" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("who spins longest");
  await page.goto(urlOf(slug, "/spins"));
  await page.getByRole("button", { name: "Your account:" }).click();
  await page.getByRole("button", { name: /^Colours: as the system/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("what is not there is said in words", async ({ page }) => {
  const { slug } = demoCompany();
  await signIn(page, slug);
  for (const path of ["/nothing", `/spinners/${randomUUID()}`, `/people/${randomUUID()}`]) {
    expect((await page.goto(urlOf(slug, path)))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is nothing at this address" })).toBeVisible();
  }
});

async function spins(page: Page): Promise<string[][]> {
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  return rowsOf(page, "Spins, newest first");
}

async function column(page: Page, index: number): Promise<string[]> {
  const cells = (await spins(page)).map((row) => row[index] ?? "");
  expect(cells.length).toBeGreaterThan(0);
  return cells;
}

async function countOf(page: Page): Promise<number> {
  return Number((await figure(page, "Spins").textContent())?.replaceAll(",", ""));
}
