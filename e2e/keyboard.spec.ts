import type { Locator, Page } from "@playwright/test";
import { urlOf } from "./fixtures/ask";
import { figure } from "./fixtures/dashboard";
import { ownTenant } from "./fixtures/own-tenant";
import { bringMember } from "./fixtures/sign-in";
import { addSpinner, PASSWORD } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const FARTHEST = 80;

test("somebody signs in, records a spin, chooses a range and signs out by keyboard alone", async ({ page }) => {
  const { at, slug, person } = await ownTenant();
  for (const name of ["Comet", "Turbine"]) await addSpinner(at, name);
  await page.goto(urlOf(slug, "/sign-in"));
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(person.email);
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, page.getByRole("link", { name: "Record a spin" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Record a spin" })).toBeVisible();
  const byHand = page.getByRole("region", { name: "Timed it otherwise?" });
  await tabTo(page, byHand.getByLabel("Spinner"));
  await page.keyboard.press("T");
  await tabTo(page, page.getByLabel("How long, in seconds"));
  await page.keyboard.type("42.5");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "with" })).toContainText("recorded");

  await page.goto(urlOf(slug));
  await tabTo(page, page.getByRole("link", { name: "7 days" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(urlOf(slug, "/?range=7d"));
  await expect(figure(page, "Overall average")).toHaveText("42.500 s");
  await tabTo(page, page.getByRole("link", { name: "Turbine" }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Turbine" })).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Your account:" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(urlOf(slug, "/sign-in"));
});

test("the first stop skips what every page begins with", async ({ browser, page }) => {
  await bringMember(page, browser, "ibm");
  await page.goto(urlOf("ibm"));
  const skip = page.getByRole("link", { name: "Skip to content" });
  expect((await skip.boundingBox())?.width).toBe(1);
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect((await skip.boundingBox())?.width).toBeGreaterThan(80);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "7 days" })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`whatever has the focus shows it, ${colorScheme}`, async ({ browser, page }) => {
    await page.emulateMedia({ colorScheme });
    await bringMember(page, browser, "ibm");
    for (const path of ["/", "/spins", "/spin", "/spinners", "/account"]) {
      await page.goto(urlOf("ibm", path));
      const stops = await page
        .locator("a, button, input:not([type=hidden]), select, summary, [tabindex='0']")
        .filter({ visible: true })
        .count();
      for (let stop = 0; stop < Math.min(stops, FARTHEST); stop++) {
        await page.keyboard.press("Tab");
        await expectFocusToShow(page);
      }
    }
  });
}

/** Presses Tab until `target` has the focus, and sees the focus all the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < FARTHEST; stop++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return expectFocusToShow(page);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** A ring of 2 px or more in another colour than what lies under it, around something that can be seen. */
async function expectFocusToShow(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    let under: Element | null = Number.parseFloat(outlineOffset) < 0 ? element : element.parentElement;
    const colourOf = (each: Element) => getComputedStyle(each).backgroundColor;
    while (under && colourOf(under) === "rgba(0, 0, 0, 0)") under = under.parentElement;
    const box = element.getBoundingClientRect();
    return {
      element: element.outerHTML.slice(0, 200),
      ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      apart: under !== null && outlineColor !== colourOf(under),
      inside: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
  expect(seen).toEqual({ element: seen.element, ring: true, apart: true, inside: true });
}
