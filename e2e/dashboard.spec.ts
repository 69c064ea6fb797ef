import type { Browser, Page } from "@playwright/test";
import { withConnection } from "@/lib/db/admin";
import { actAsOperator } from "@/lib/db/servers";
import type { TenantScope } from "@/lib/tenancy/scope";
import { urlOf } from "./fixtures/ask";
import { figure } from "./fixtures/dashboard";
import { bringMember, signInAs } from "./fixtures/sign-in";
import { fill, SOMEONE } from "./fixtures/spinning";
import { adminUrl, newScope } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const BOARD = "People by average";

/** A tenant in a schema of its own, so that its tables can be locked without anybody else noticing. */
async function lockable(): Promise<TenantScope> {
  actAsOperator(adminUrl());
  const at = await newScope({ placement: "schema" });
  await fill(at, 1);
  return at;
}

/** Runs `body` while nobody can read how durations are spread. */
function whileLocked(at: TenantScope, body: () => Promise<void>): Promise<void> {
  return withConnection(adminUrl(), async (admin) => {
    await admin.begin(async (locking) => {
      await locking`LOCK TABLE ${locking(`${at.tenant.placement.schema}.sketches`)} IN ACCESS EXCLUSIVE MODE`;
      await body();
    });
  });
}

/** Somebody signed in there, with or without scripts. */
async function visitor(browser: Browser, at: TenantScope, javaScriptEnabled = true): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled });
  await signInAs(page, at.tenant.slug, SOMEONE);
  return page;
}

for (const scripts of [true, false]) {
  test(`the headline is there before the slowest query ends, and the rest follows, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    const at = await lockable();
    const page = await visitor(browser, at, scripts);
    await whileLocked(at, async () => {
      await page.goto(urlOf(at.tenant.slug), { waitUntil: "commit" });
      await expect(figure(page, "Spins")).toHaveText("1");
      await expect(page.getByRole("heading", { name: BOARD })).toBeHidden();
    });
    await expect(page.getByRole("heading", { name: BOARD })).toBeVisible();
    await expect(page.getByText("Still counting")).toBeHidden();
    await page.close();
  });
}

test("what cannot be read in time is told in its place, and comes with the next try", async ({ browser }) => {
  const at = await lockable();
  const page = await visitor(browser, at);
  await whileLocked(at, async () => {
    await page.goto(urlOf(at.tenant.slug), { waitUntil: "commit" });
    await expect(page.getByText("could not be read")).toBeVisible({ timeout: 15_000 });
    await expect(figure(page, "Spins")).toHaveText("1");
  });
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: BOARD })).toBeVisible();
  await page.close();
});

test.describe("of the demo's company", () => {
  test.beforeEach(async ({ page, browser }) => {
    await bringMember(page, browser, "ibm");
    await page.goto(urlOf("ibm", "/?range=90d"));
  });

  test("the trend is read out by arrow keys and under the mouse, as its table says", async ({ page }) => {
    const trend = page.getByRole("slider", { name: "Read the trend" });
    await trend.focus();
    const last = await trend.getAttribute("aria-valuetext");
    await trend.press("ArrowLeft");
    const before = await trend.getAttribute("aria-valuetext");
    expect(before).not.toBe(last);
    await page.getByText("Show as table").click();
    const rows = page.locator("table[data-trend] tbody tr");
    const cells = await rows.nth(-2).locator("th,td").allTextContents();
    expect(before).toBe(cells.join(", "));
    await trend.press("Home");
    expect(await trend.getAttribute("aria-valuenow")).toBe("1");
    await trend.hover({ position: { x: 5, y: 50 } });
    await expect(page.locator(".trend-readout")).toContainText((await rows.first().locator("th").textContent()) ?? "-");
    await page.mouse.move(0, 0);
    await expect(page.locator(".trend-readout")).toBeHidden();
  });

  test("nothing shifts while the page comes, nor when it is looked at anew", async ({ page }) => {
    const shifted = () =>
      page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const found: string[] = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                // A hair's breadth, while the page is still being parsed, is nothing that anybody sees.
                if (Number(Reflect.get(entry, "value")) < 0.01) continue;
                const sources: { node?: Element }[] = Reflect.get(entry, "sources") ?? [];
                found.push(...sources.map(({ node }) => node?.outerHTML?.slice(0, 200) ?? "a node that is gone"));
              }
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(found), 500);
          }),
      );
    expect(await shifted()).toEqual([]);
    await page.reload();
    expect(await shifted()).toEqual([]);
  });

  test("the range is in the address: links, back and forward show what they say", async ({ page }) => {
    const spins = figure(page, "Spins");
    const ninety = (await spins.textContent()) ?? "";
    await page.getByRole("link", { name: "7 days" }).click();
    await expect(spins).not.toHaveText(ninety);
    const seven = (await spins.textContent()) ?? "";
    await page.goBack();
    await expect(spins).toHaveText(ninety);
    await page.goForward();
    await expect(spins).toHaveText(seven);
    await expect(page.getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true");
  });

  test("boards say how places moved, the week at which hours, all time neither of what was before", async ({
    page,
  }) => {
    const people = page.getByRole("region", { name: BOARD });
    await expect(people.getByRole("img").first()).toHaveAccessibleName(/^(up|down) \d+$|^unchanged$/);
    const week = page.getByRole("table", { name: "When they spin" });
    await expect(week.getByRole("row")).toHaveCount(8);
    const cells = (await week.getByRole("cell").allTextContents()).map(Number);
    expect(cells).toHaveLength(7 * 24);
    const spins = Number((await figure(page, "Spins").textContent())?.replace(",", ""));
    expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(spins);
    await page.goto(urlOf("ibm", "/?range=all"));
    await expect(people.getByRole("row").nth(1)).toBeVisible();
    await expect(people.getByRole("img")).toHaveCount(0);
  });
});

test("colours are the system's, or those that this browser chose", async ({ page, browser }) => {
  await bringMember(page, browser, "ibm");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(urlOf("ibm", "/spins"));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  const switchFrom = async (theme: string) => {
    const button = page.getByRole("button", { name: `Colours: ${theme}.` });
    if (!(await button.isVisible())) await page.locator("[popovertarget=account]").click();
    await button.click();
  };
  await switchFrom("as the system has it");
  await expect.poll(paper).not.toBe(dark);
  await page.goto(urlOf("ibm"));
  expect(await paper()).not.toBe(dark);
  await switchFrom("light");
  await expect.poll(paper).toBe(dark);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await paper()).toBe(dark);
});

test("on paper there are the figures, and nothing to press", async ({ page, browser }) => {
  await bringMember(page, browser, "ibm");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(urlOf("ibm"));
  await expect(figure(page, "Spins")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Apply" })).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(245, 247, 245)");
});
