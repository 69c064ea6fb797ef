import { randomUUID } from "node:crypto";
import { urlOf } from "./fixtures/ask";
import { demoCompany, someDetails } from "./fixtures/demo";
import { openWhole } from "./fixtures/looks";
import { ownTenantSignedIn } from "./fixtures/own-tenant";
import { bringMember } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

const PATHS = ["/", "/spins", "/spin", "/spinners", "/people", "/account", "/search"];
const RANGES = ["/?range=all", "/?from=2001-01-01&to=2001-02-01"];
const REFUSED = [
  ["/?range=for+ever", 422],
  ["/spins?cursor=x", 400],
  ["/spinners/none", 404],
  [`/people/${randomUUID()}`, 404],
  ["/nothing/here", 404],
] as const;

test("every page of a company opens whole, and what is refused says so on a page", async ({ browser, page }) => {
  const { slug } = demoCompany();
  await bringMember(page, browser, slug);
  const opening = [...PATHS, ...RANGES, ...(await someDetails(slug))].map((path) => [path, 200] as const);
  for (const [path, status] of [...opening, ...REFUSED]) {
    expect([path, await openWhole(page, urlOf(slug, path))]).toEqual([path, status]);
  }
});

test("every page opens whole where nothing was spun yet", async ({ page }) => {
  const { slug, person } = await ownTenantSignedIn(page);
  for (const path of [...PATHS, ...RANGES, `/people/${person.id}`]) {
    expect([path, await openWhole(page, urlOf(slug, path))]).toEqual([path, 200]);
  }
});

test("titles tell a tenant's pages apart", async ({ browser, page }) => {
  const { slug, name } = demoCompany();
  const titles = new Map<string, string>();
  await page.goto(urlOf(slug, "/sign-in"));
  titles.set(await page.title(), "/sign-in");
  await bringMember(page, browser, slug);
  for (const path of [...PATHS, "/nothing", ...(await someDetails(slug))]) {
    await page.goto(urlOf(slug, path));
    const title = await page.title();
    expect([path, title, titles.get(title)]).toEqual([path, expect.stringMatching(/. · /), undefined]);
    expect(title.endsWith(` · ${name}`), title).toBe(true);
    titles.set(title, path);
  }
  const [spinner = ""] = await someDetails(slug);
  await page.goto(urlOf(slug, spinner));
  expect(await page.title()).toBe(`${await page.getByRole("heading", { level: 1 }).textContent()} · ${name}`);
  await page.goto(urlOf("", "/nothing"));
  expect(await page.title()).toBe("404 · Spinner Tracking");
});
