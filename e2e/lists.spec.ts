import type { Page } from "@playwright/test";
import { retireSpinner } from "@/lib/spinners/retire";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { rowsOf } from "./fixtures/dashboard";
import { type OwnTenant, ownTenant } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const RUNS = { Comet: [4_000], Ninja: [1_000, 9_000, 1_500], Brass: [2_000, 3_000] };

/** Spinners of which some spun, and one did not; and a person with each of their names. */
async function lists(page: Page): Promise<OwnTenant> {
  const own = await ownTenant();
  for (const name of [...Object.keys(RUNS), "Idle"]) {
    await addSpinner(own.at, name);
    await addPerson(own.at, `${name}@test.example`);
  }
  const spins = Object.entries(RUNS).flatMap(([spinner, runs]) =>
    runs.map((duration_ms) => ({ spinner, person: `${spinner.toLowerCase()}@test.example`, duration_ms })),
  );
  await recordSpins(own.at, { spins });
  await signInAs(page, own.slug, own.person.email);
  return own;
}

const names = async (page: Page, caption: string) => (await rowsOf(page, caption)).map(([name]) => name?.trim());

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, caption, idle] of [
    ["/spinners", "Spinners", ["Idle"]],
    ["/people", "People", ["Idle", "someone"]],
  ] as const) {
    test(`${path} is sorted by each of its heads, both ways, what never spun last`, async ({ page }) => {
      const { slug } = await lists(page);
      await page.goto(urlOf(slug, path));
      const head = (name: string) => page.getByRole("columnheader", { name });
      await expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
      expect(await names(page, caption)).toEqual(["Brass", "Comet", ...idle.slice(0, 1), "Ninja", ...idle.slice(1)]);
      for (const [column, sort, most] of [
        ["Average", "average", ["Comet", "Ninja", "Brass"]],
        ["Spins", "spins", ["Ninja", "Brass", "Comet"]],
        ["Longest", "longest", ["Ninja", "Comet", "Brass"]],
      ] as const) {
        await head(column).getByRole("link").click();
        await expect(page).toHaveURL(urlOf(slug, `${path}?sort=-${sort}`));
        await expect(head(column)).toHaveAttribute("aria-sort", "descending");
        expect(await names(page, caption)).toEqual([...most, ...idle]);
        await head(column).getByRole("link").click();
        await expect(page).toHaveURL(urlOf(slug, `${path}?sort=${sort}`));
        expect(await names(page, caption)).toEqual([...most.toReversed(), ...idle]);
      }
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
  }

  test("a long list is gone through page by page in its order, and turns back to its first page", async ({ page }) => {
    const { at, slug } = await lists(page);
    for (let n = 0; n < 105; n++) await addSpinner(at, `Spare ${String(n).padStart(3, "0")}`);
    await page.goto(urlOf(slug, "/spinners?sort=-average&show=all"));
    const first = await names(page, "Spinners");
    await page.getByRole("link", { name: "Next page" }).click();
    await page.waitForURL(/sort=-average&show=all&cursor=/);
    const all = [...first, ...(await names(page, "Spinners"))];
    expect([first.length, all.length, new Set(all).size]).toEqual([100, 109, 109]);
    expect(all.slice(0, 5)).toEqual(["Comet", "Ninja", "Brass", "Idle", "Spare 000"]);
    await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
    await page.getByRole("link", { name: "First page" }).click();
    await expect(page).toHaveURL(urlOf(slug, "/spinners?sort=-average&show=all"));
    expect(await names(page, "Spinners")).toEqual(first);
  });

  test("retired spinners stand behind a filter, which sorting keeps", async ({ page }) => {
    const { at, slug } = await lists(page);
    const old = await addSpinner(at, "Old");
    await retireSpinner(at, old.id);
    const which = page.getByRole("search", { name: "Which spinners" });
    await page.goto(urlOf(slug, "/spinners?sort=-spins"));
    await expect(which.locator("[aria-current]")).toHaveText("In use");
    expect(await names(page, "Spinners")).toEqual(["Ninja", "Brass", "Comet", "Idle"]);
    await which.getByRole("link", { name: "Retired" }).click();
    await expect(page).toHaveURL(urlOf(slug, "/spinners?sort=-spins&show=retired"));
    expect(await names(page, "Spinners")).toEqual(["Old retired"]);
    await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
    await expect(page).toHaveURL(urlOf(slug, "/spinners?sort=name&show=retired"));
    await which.getByRole("link", { name: "All" }).click();
    expect(await names(page, "Spinners")).toEqual(["Brass", "Comet", "Idle", "Ninja", "Old retired"]);
  });
});

test("an order, filter or page that there is not is refused; what one cannot mean is passed over", async ({ page }) => {
  const { at, slug } = await lists(page);
  for (let n = 0; n < 100; n++) await addSpinner(at, `Spare ${n}`);
  const headers = { Cookie: await cookieOf(page) };
  const status = async (path: string) => (await ask(hostOf(slug), path, { headers })).status;
  await page.goto(urlOf(slug, "/spinners?sort=-average"));
  const next = (await page.getByRole("link", { name: "Next page" }).getAttribute("href")) ?? "";
  const cursor = new URLSearchParams(next.split("?")[1]).get("cursor");
  const theirs = await lists(page);
  for (const [path, expected] of [
    [next, 200],
    ["/spinners?sort=&show=&cursor=", 400],
    ["/spinners?sort=&show=", 200],
    ["/people?sort=-name&show=retired", 200],
    ["/spinners?sort=rank", 422],
    ["/spinners?sort=--average", 422],
    ["/people?sort=average'", 422],
    ["/people?sort=__proto__", 422],
    ["/spinners?show=merged", 422],
    ["/spinners?show=constructor", 422],
    ["/spinners?cursor=x", 400],
    [`/spinners?sort=average&cursor=${cursor}`, 400],
    [`/spinners?sort=-average&show=all&cursor=${cursor}`, 400],
    [`/people?sort=-average&cursor=${cursor}`, 400],
    [`/spinners?sort=-average&cursor=${cursor}A`, 400],
  ] as const) {
    expect([path, await status(path)]).toEqual([path, expected]);
  }
  const other = { headers: { Cookie: await cookieOf(page) } };
  expect((await ask(hostOf(theirs.slug), "/spinners?sort=-average", other)).status).toBe(200);
  expect((await ask(hostOf(theirs.slug), next, other)).status).toBe(400);
});

test("a new spinner's name is checked as it is left, and added under it", async ({ page }) => {
  const { slug } = await lists(page);
  await page.goto(urlOf(slug, "/spinners"));
  const name = page.getByLabel("Name of a new spinner");
  await name.fill("turn\u202e");
  await page.keyboard.press("Tab");
  await expect(name).toHaveAccessibleDescription(/must have 1 to 120 characters/);
  await name.fill("Turbine");
  await page.keyboard.press("Tab");
  await expect(name).not.toHaveAttribute("aria-invalid");
  await send(page, "Add spinner");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Turbine");
});
