import { type Acme, acme, JANUARY, ownerOf } from "./fixtures/acme";
import { urlOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

/*
 * What a screen reader is given: the accessibility trees of the pages on which most is done, so that a control that
 * loses its name or its role is seen.
 */

test("the dashboard, as it is heard", async ({ browser }) => {
  const { slug } = await acme();
  const page = await (await ownerOf(browser, slug)).newPage();
  await page.goto(urlOf(slug, `/?${JANUARY}`));
  await expect(page.getByRole("slider")).toBeVisible();
  await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Acme":
        - /url: /
      - navigation "Main":
        - list:
          - listitem:
            - link "Dashboard"
          - listitem:
            - link "Spins"
          - listitem:
            - link "Spinners"
          - listitem:
            - link "People"
          - listitem:
            - link "Settings"
      - link "Search"
      - link "Record a spin"
      - button /Your account. Olivia Owner/
  `);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Dashboard" [level=1]
      - search "Period":
        - list:
          - listitem:
            - link "7 days"
          - listitem:
            - link "30 days"
          - listitem:
            - link "90 days"
          - listitem:
            - link "All time"
        - text: From
        - textbox "From": 2026-01-01
        - text: To
        - textbox "To": 2026-01-31
        - button "Apply"
      - region "Figures":
        - term: Overall average
        - definition: 118.507 s
        - definition: +5.6 % , better previous 112.269 s
      - figure /Trend/:
        - heading "Trend" [level=2]
        - slider "Read the trend with the arrow keys":
          - img "Average spin over time 201 spins from 1 Jan 2026 to 31 Jan 2026; averages between 33.373 s and 223.551 s."
        - group: Show as table
      - region "Spread":
        - term: Median spin
      - region "Spinners by average":
        - table "Spinners by average":
          - rowgroup:
            - row "# Spinner Average Spins Longest"
          - rowgroup:
            - row "1 Copper Comet up 3 146.155 s 27 391.499 s":
              - cell "1"
              - rowheader "Copper Comet up 3":
                - link "Copper Comet"
                - img "up 3"
      - region "People by average":
        - table "People by average"
      - region "How long they spin":
        - table "How long they spin"
      - region "When they spin":
        - table "When they spin":
          - rowgroup:
            - row /^Day 00.00 01.00 /
      - region "Latest spins":
        - table "Latest spins"
  `);
  await page.context().close();
});

test("the spinner to flick, as it is heard", async ({ browser }) => {
  const { slug } = await acme();
  const page = await (await ownerOf(browser, slug)).newPage();
  await page.goto(urlOf(slug, "/spin"));
  await expect(page.locator(".flick-stage[data-ready]")).toBeVisible();
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Record a spin" [level=1]
      - region "Flick it here":
        - combobox "Which one"
        - timer "How long it has spun"
        - button "Flick it"
        - button "Time the one on my desk"
        - status
      - region "Timed it otherwise?":
        - heading "Timed it otherwise?" [level=2]
        - combobox "Spinner"
        - textbox "How long, in seconds"
        - button "Record"
  `);
  await page.getByRole("button", { name: "Flick it" }).press("Enter");
  await expect(page.getByRole("button", { name: "Stop" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "recorded" })).toMatchAriaSnapshot(`
    - status:
      - heading /s with .+, recorded/ [level=2]
      - term: Personal best
      - term: Streak
      - term: Place, last 30 days
      - definition: /\\d of \\d/
  `);
  await page.context().close();
});

const PATHS: ((of: Acme) => string)[] = [
  () => "/",
  () => "/spins",
  () => "/spin",
  () => "/spinners",
  ({ spinner }) => spinner,
  ({ person }) => person,
  ({ spin }) => spin,
  () => "/spins/import",
  () => "/search?q=o",
  () => "/settings/keys",
  () => "/settings/walls",
  ({ wallSettings }) => wallSettings,
  () => "/settings/workspace",
];

test("whatever a mouse can press, Tab leads to, and it has a name", async ({ browser }) => {
  test.setTimeout(60_000);
  const company = await acme();
  const page = await (await ownerOf(browser, company.slug)).newPage();
  for (const pathOf of PATHS) {
    const path = pathOf(company);
    await page.goto(urlOf(company.slug, path));
    const faults = await page.evaluate(() => {
      const pressable = "a, button, input:not([type=hidden]), select, textarea, summary, [role=button], [onclick]";
      const seen = [...document.querySelectorAll<HTMLElement>(pressable)].filter((each) => each.checkVisibility());
      const unreachable = seen.filter(({ tabIndex, matches }) => tabIndex < 0 && !matches.call(seen, ":disabled"));
      const nameless = seen.filter((each) => {
        const labels =
          each instanceof HTMLInputElement || each instanceof HTMLSelectElement ? [...(each.labels ?? [])] : [];
        return ![each.innerText, each.ariaLabel, each.title, ...labels.map(({ innerText }) => innerText)].some((text) =>
          text?.trim(),
        );
      });
      return [...unreachable, ...nameless].map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
    expect(faults, path).toEqual([]);
  }
  await page.context().close();
});
