import type { Page } from "@playwright/test";
import { urlOf } from "./fixtures/ask";
import { expectGoodLooks } from "./fixtures/looks";
import { ownTenant } from "./fixtures/own-tenant";
import { bringMember, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const menu = (page: Page) => page.getByRole("dialog", { name: "Search" });
const chosen = (page: Page) => menu(page).locator("[aria-selected=true]");

/** Until the page has its scripts, keys are the browser's: then they are pressed again. */
async function openMenu(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(menu(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function someTenant(page: Page) {
  const own = await ownTenant("owner");
  await addSpinner(own.at, "Comet <b>one</b>");
  await addSpinner(own.at, "100% cotton");
  await addPerson(own.at, "comenius@test.example");
  await signInAs(page, own.slug, own.person.email);
  return own;
}

test("a few letters lead to a page, a person or a spinner, by keyboard alone", async ({ page }) => {
  const { slug } = await someTenant(page);
  await page.goto(urlOf(slug, "/spins"));
  const link = page.getByRole("link", { name: "Record a spin" });
  await link.focus();
  await openMenu(page);
  const input = menu(page).getByRole("combobox");
  await expect(input).toBeFocused();
  await expect(chosen(page)).toHaveText(/Dashboard/);
  await expect(input).toHaveAttribute("aria-activedescendant", "command-0");

  await page.keyboard.type("come");
  await expect(menu(page).getByRole("group", { name: "People" }).getByRole("option")).toHaveText(["comenius"]);
  await expect(menu(page).getByRole("group", { name: "Spinners" }).getByRole("option")).toHaveText([
    "Comet <b>one</b>",
  ]);
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText("Comet <b>one</b>");
  await expect(input).toHaveAttribute("aria-activedescendant", (await chosen(page).getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText("Search for “come”");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText("comenius");
  await page.keyboard.press("Escape");
  await expect(menu(page)).toHaveCount(0);
  await expect(link).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("0% c");
  await expect(chosen(page)).toHaveText("100% cotton");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "100% cotton" })).toBeVisible();
  await page.getByRole("link", { name: "Search" }).click();
  await page.keyboard.type("sPiNn");
  await expect(chosen(page)).toHaveText(/^Spinners/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(urlOf(slug, "/spinners"));
});

test("an answer to what is not asked any more is dropped, and a failure is said", async ({ page, browser }) => {
  await bringMember(page, browser, "ibm");
  const answers = new Map<string, () => Promise<void>>();
  await page.route("**/api/v1/search?*", (route) => {
    const text = new URL(route.request().url()).searchParams.get("q") ?? "";
    answers.set(text, () => route.fulfill({ json: { people: [], spinners: [{ id: text, name: `first ${text}` }] } }));
  });
  await page.goto(urlOf("ibm", "/account"));
  await openMenu(page);
  await page.keyboard.type("a");
  await expect.poll(() => answers.has("a")).toBe(true);
  await page.keyboard.type("b");
  await expect.poll(() => answers.has("ab")).toBe(true);
  await answers.get("ab")?.();
  await expect(chosen(page)).toHaveText("first ab");
  await answers
    .get("a")?.()
    .catch(() => {});
  await expect(chosen(page)).toHaveText("first ab");
  await page.unroute("**/api/v1/search?*");
  await page.route("**/api/v1/search?*", (route) => route.abort());
  await page.keyboard.type("c");
  await expect(menu(page).getByRole("status")).toHaveText("People and spinners cannot be searched just now.");
  await page.keyboard.press("Control+k");
  await expect(menu(page)).toHaveCount(0);
});

test("keys lead to sections and open the sheet that names them; not while somebody types, nor turned off", async ({
  page,
}) => {
  const { slug } = await someTenant(page);
  for (const [keys, path] of [
    [["g", "s"], "/spins"],
    [["g", "n"], "/spinners"],
    [["g", "p"], "/people"],
    [["g", ","], /\/settings/],
    [["g", "d"], "/"],
    [["x", "g", "d", "r"], "/spin"],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(typeof path === "string" ? urlOf(slug, path) : path);
    await page.waitForLoadState("networkidle");
  }
  for (const keys of ["Control+g", "s", "Alt+r", "Shift+R"]) await page.keyboard.press(keys);
  await page.getByLabel("How long, in seconds").pressSequentially("g s?/r");
  await expect(page.getByLabel("How long, in seconds")).toHaveValue("g s?/r");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(page.url()).toBe(urlOf(slug, "/spin"));

  await page.getByRole("main").focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("Dashboard")).toBeVisible();
  await help.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.reload();
  for (const key of ["g", "s", "?", "/"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(page.url()).toBe(urlOf(slug, "/spin"));
  await openMenu(page);
});

test("what the menu finds and what opens under a name read well in every look", async ({ page, browser }) => {
  test.slow();
  await bringMember(page, browser, "ibm");
  await page.goto(urlOf("ibm", "/account"));
  await page.getByRole("button", { name: "Your account:" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectGoodLooks(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("spin");
  await expect(menu(page).getByRole("group", { name: "Spinners" })).toBeVisible();
  await expectGoodLooks(page);
});
