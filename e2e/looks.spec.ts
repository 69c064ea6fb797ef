import type { BrowserContext } from "@playwright/test";
import { type Acme, acme, emptyCompany, JANUARY, ownerOf } from "./fixtures/acme";
import { urlOf } from "./fixtures/ask";
import { expectGoodLooks, expectToReadWell, faultsOf } from "./fixtures/looks";
import { test as base, expect } from "./fixtures/test";

interface Companies {
  full: { company: Acme; context: BrowserContext };
  empty: { slug: string; context: BrowserContext };
}

/** Two companies a worker, whose owners sign in once. */
const test = base.extend<object, Companies>({
  full: [
    async ({ browser }, use) => {
      const company = await acme();
      await use({ company, context: await ownerOf(browser, company.slug) });
    },
    { scope: "worker" },
  ],
  empty: [
    async ({ browser }, use) => {
      const { slug } = (await emptyCompany("Newco")).tenant;
      await use({ slug, context: await ownerOf(browser, slug) });
    },
    { scope: "worker" },
  ],
});

// Four looks of a long table take axe a while.
test.describe.configure({ timeout: 60_000 });

/** What a picture is called, and the page it is of. */
const FULL: Record<string, (of: Acme) => string> = {
  dashboard: () => `/?${JANUARY}`,
  "dashboard-nothing-then": () => "/?from=2001-01-01&to=2001-02-01",
  spins: () => "/spins",
  "one-spin": ({ spin }) => spin,
  spin: () => "/spin",
  import: () => "/spins/import",
  spinners: () => "/spinners",
  spinner: ({ spinner }) => `${spinner}?${JANUARY}`,
  merge: ({ spinner, other }) => `${spinner}/merge?into=${other}`,
  comparison: ({ comparison }) => comparison,
  people: () => "/people",
  person: ({ person }) => `${person}?${JANUARY}`,
  account: () => "/account",
  search: () => "/search?q=o",
  keys: () => "/settings/keys",
  "one-key": ({ key }) => key,
  walls: () => "/settings/walls",
  "one-wall": ({ wallSettings }) => wallSettings,
  workspace: () => "/settings/workspace",
  wall: ({ wall }) => wall,
  "wrong-range": () => "/?range=for+ever",
  "not-there": () => "/spinners/none",
};

for (const [picture, pathOf] of Object.entries(FULL)) {
  test(`${picture} reads well and looks as it did`, async ({ full: { company, context } }) => {
    const page = await context.newPage();
    await expectToReadWell(page, urlOf(company.slug, pathOf(company)), picture);
    await page.close();
  });
}

for (const path of ["/", "/spins", "/spin", "/spinners", "/settings/keys", "/settings/walls"]) {
  const picture = `empty${path.replaceAll("/", "-").replace(/-$/, "")}`;
  test(`${path} reads well where nothing was spun yet, and looks as it did`, async ({ empty: { slug, context } }) => {
    const page = await context.newPage();
    await expectToReadWell(page, urlOf(slug, path), picture);
    await page.close();
  });
}

test("the door reads well, and so does what it refuses", async ({ page, empty: { slug } }) => {
  await expectToReadWell(page, urlOf(slug, "/sign-in"), "door");
  await page.getByLabel("E-mail").fill("nobody@test.example");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectGoodLooks(page, "door-refused");
});

test("the menu and the sheet of keys read well", async ({ full: { company, context } }) => {
  const page = await context.newPage();
  await page.goto(urlOf(company.slug, `/?${JANUARY}`));
  await expect(page.getByRole("slider")).toBeVisible(); // scripts are at work
  for (const [key, picture] of [
    ["?", "keys-sheet"],
    ["Control+k", "menu"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectGoodLooks(page, picture);
    await page.keyboard.press("Escape");
  }
  await page.close();
});

for (const [what, slug, path] of [
  ["the landing page", "", "/"],
  ["how to choose", "", "/docs/architectures"],
  ["the API's page", "", "/docs/api"],
  ["an unknown path of the apex", "", "/nothing"],
  ["the operator's console", "admin", "/"],
  ["the address of no tenant", "nobody-is-here", "/"],
  ["a reserved address", "status", "/"],
] as const) {
  test(`${what} reads well in every look`, async ({ page }) => {
    await expectToReadWell(page, urlOf(slug, path));
  });
}

test("what is wrong with a page is found", async ({ page }) => {
  await page.goto(urlOf("", "/nothing"));
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(() => {
    document
      .querySelector("main")
      ?.insertAdjacentHTML("beforeend", '<p style="color:#999;width:9999px">Pale</p><input>');
  });
  expect((await faultsOf(page)).map(([fault]) => fault).sort()).toEqual(["color-contrast", "label", "overflow"]);
});
