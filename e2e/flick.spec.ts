import type { Page } from "@playwright/test";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { listSpins } from "@/lib/spins/list";
import type { TenantScope } from "@/lib/tenancy/scope";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { ownTenantSignedIn } from "./fixtures/own-tenant";
import { addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

/** Somebody signed in at a tenant of their own that has a spinner, on the page that records. */
async function atTheSpinner(page: Page): Promise<{ at: TenantScope; slug: string }> {
  const { at, slug } = await ownTenantSignedIn(page);
  await addSpinner(at, "PokeSpinner");
  await page.goto(urlOf(slug, "/spin"));
  await expect(page.getByRole("button", { name: "Flick it" })).toBeVisible();
  return { at, slug };
}

/** A flick with the mouse: a quarter round the axle, and let go. */
async function flick(page: Page): Promise<void> {
  const box = await page.locator(".flick-stage[data-ready]").boundingBox();
  if (!box) throw new Error("there is nothing to flick");
  const [x, y, radius] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 3];
  await page.mouse.move(x + radius, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) {
    const angle = (step / 8) * (Math.PI / 2);
    await page.mouse.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  await page.mouse.up();
}

const spinsOf = async (at: TenantScope) => (await averages(at, ALL_TIME)).spins;
const landing = (page: Page) => page.getByRole("status").filter({ hasText: "recorded" });

test("a flick with the mouse turns it, is timed, and is recorded once it is taken hold of", async ({ page }) => {
  const { at } = await atTheSpinner(page);
  await flick(page);
  const turning = page.locator(".flick-drawing g");
  const first = await turning.getAttribute("transform");
  await expect(page.getByRole("timer")).toHaveText(/[1-9]\.\d s/);
  expect(await turning.getAttribute("transform")).not.toBe(first);
  await page.locator(".flick-stage").click();
  await expect(landing(page)).toContainText("Your first run");
  await expect(landing(page)).toContainText("1 of 1");
  const { items } = await listSpins(at, ALL_TIME, { limit: 5 });
  expect(items).toHaveLength(1);
  expect(items[0]?.durationMs).toBeGreaterThan(900);
  const shown = Number.parseFloat((await landing(page).getByRole("heading").textContent()) ?? "");
  expect(Math.abs(shown * 1_000 - (items[0]?.durationMs ?? 0))).toBeLessThanOrEqual(50);
});

test("by keyboard alone: flicked, stopped, and the one on the desk timed", async ({ page }) => {
  const { at } = await atTheSpinner(page);
  await page.getByRole("button", { name: "Flick it" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Stop" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(landing(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Flick it" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Stop" })).toBeFocused();
  await expect(page.getByRole("timer")).toHaveText(/[1-9]\.\d s/);
  await page.keyboard.press("Enter");
  await expect.poll(() => spinsOf(at)).toBe(2);
});

test("it comes to rest by itself, also while nobody looks, and the run is as long as physics has it", async ({
  page,
}) => {
  await page.clock.install();
  const { at } = await atTheSpinner(page);
  await page.getByRole("button", { name: "Flick it" }).click();
  await page.clock.fastForward("05:00");
  await expect.poll(() => spinsOf(at)).toBe(1);
  // A speed of 24 rad/s under dry friction and drag: ln(1 + 24 · 0.012 / 0.35) / 0.012 seconds.
  expect((await listSpins(at, ALL_TIME, { limit: 5 })).items[0]?.durationMs).toBe(50_034);
});

test("a run outlives its page: it goes on after a reload", async ({ page }) => {
  const { at } = await atTheSpinner(page);
  await page.getByRole("button", { name: "Time the one on my desk" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(landing(page)).toBeVisible();
  expect(await spinsOf(at)).toBe(1);
});

test("without a connection the run waits, says so, and is sent once when there is one", async ({ page, context }) => {
  const { at, slug } = await atTheSpinner(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Flick it" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status")).toContainText("runs that wait: 1");
  expect(await spinsOf(at)).toBe(0);
  await context.setOffline(false);
  await expect(landing(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto(urlOf(slug, "/spin"));
  await other.close();
  expect(await spinsOf(at)).toBe(1);
});

test("an answer that is lost on its way costs nothing: the run is sent again and counts once", async ({ page }) => {
  const { at, slug } = await atTheSpinner(page);
  await page.route(
    "**/api/v1/spins",
    async (route) => {
      const { origin = "", cookie = "" } = await route.request().allHeaders();
      const headers = { Origin: origin, Cookie: cookie, "Content-Type": "application/json" };
      const body = route.request().postData() ?? "";
      expect((await ask(hostOf(slug), "/api/v1/spins", { method: "POST", headers, body })).status).toBe(200);
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole("button", { name: "Flick it" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status")).toContainText("runs that wait: 1");
  await expect(landing(page)).toBeVisible({ timeout: 10_000 });
  expect(await spinsOf(at)).toBe(1);
});

test("whoever is signed out keeps the run until they are back", async ({ page, context }) => {
  const { at } = await atTheSpinner(page);
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Flick it" }).click();
  await context.clearCookies();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status")).toContainText("signed out");
  await context.addCookies(cookies);
  await expect(landing(page)).toBeVisible({ timeout: 10_000 });
  expect(await spinsOf(at)).toBe(1);
});

test("nothing turns for those who asked for less motion, and it is timed all the same", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await atTheSpinner(page);
  await page.getByRole("button", { name: "Flick it" }).click();
  await expect(page.getByRole("timer")).toHaveText(/[1-9]\.\d s/);
  expect(await page.locator(".flick-drawing g").getAttribute("transform")).toMatch(/^rotate\(0 /);
});

test("where a run landed is told to whom it belongs, and to nobody else", async ({ page }) => {
  const { at, slug } = await atTheSpinner(page);
  const theirs = await ownTenantSignedIn(await page.context().newPage());
  expect(theirs.at.tenant.id).not.toBe(at.tenant.id);
  const answer = await page.goto(urlOf(slug, `/spin?landed=${theirs.person.id}`));
  expect(answer?.status()).toBe(404);
});
