import { randomUUID } from "node:crypto";
import { urlOf } from "./fixtures/ask";
import { someDetails } from "./fixtures/demo";
import { expectGoodLooks, expectToReadWell, faultsOf } from "./fixtures/looks";
import { ownTenantSignedIn } from "./fixtures/own-tenant";
import { bringMember } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

const PATHS = ["/", "/spins", "/spin", "/spinners", "/people", "/account"];
const REFUSED = ["/?range=for+ever", "/spins?cursor=x", "/spinners/none", `/people/${randomUUID()}`, "/nothing/here"];

// Four looks of a long table take axe a while.
test.describe.configure({ timeout: 60_000 });

for (const path of [...PATHS, "/?range=all", "/?from=2001-01-01&to=2001-02-01", "/search?q=spin", ...REFUSED]) {
  test(`${nameOf(path)} reads well in every look`, async ({ browser, page }) => {
    await bringMember(page, browser, "ibm");
    await expectToReadWell(page, urlOf("ibm", path));
  });
}

test("a spinner's page and a person's read well in every look", async ({ browser, page }) => {
  await bringMember(page, browser, "ibm");
  const [spinner = "", , person = ""] = await someDetails("ibm");
  for (const path of [spinner, person]) await expectToReadWell(page, urlOf("ibm", path));
});

for (const path of PATHS) {
  test(`${nameOf(path)} reads well where nothing was spun yet`, async ({ page }) => {
    const { slug } = await ownTenantSignedIn(page);
    await expectToReadWell(page, urlOf(slug, path));
  });
}

test("a person's page reads well where nothing was spun yet", async ({ page }) => {
  const { slug, person } = await ownTenantSignedIn(page);
  await expectToReadWell(page, urlOf(slug, `/people/${person.id}`));
});

test("the door reads well, and so does what it refuses", async ({ page }) => {
  await expectToReadWell(page, urlOf("ibm", "/sign-in"));
  await page.getByLabel("E-mail").fill("nobody@test.example");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectGoodLooks(page);
});

for (const [what, slug, path] of [
  ["the landing page", "", "/"],
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
  await page.goto(urlOf(""));
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(() => {
    document
      .querySelector("main")
      ?.insertAdjacentHTML("beforeend", '<p style="color:#999;width:9999px">Pale</p><input>');
  });
  expect((await faultsOf(page)).map(([fault]) => fault).sort()).toEqual(["color-contrast", "label", "overflow"]);
});

/** Test names are the same in every worker, so an id at random has no place in one. */
function nameOf(path: string): string {
  return path.replace(/[0-9a-f-]{36}/, "<unknown>");
}
