import type { Page, Route } from "@playwright/test";
import { listKeys } from "@/lib/api-keys/list";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { hiddenFields, postForm } from "./fixtures/form";
import { type OwnTenant, ownTenant } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

const TURNING = "desk\u202Eksed";
const WRONG = "must have 1 to 120 characters, and no invisible ones";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("what is wrong stands beside its field, which has the focus; what is done has it afterwards", async ({
      page,
    }) => {
      const { at } = await atKeys(page);
      await name(page).fill(TURNING);
      expect((await send(page, "Make key")).status()).toBe(422);
      await expect(name(page)).toHaveAttribute("aria-invalid", "true");
      await expect(name(page)).toHaveAccessibleDescription(new RegExp(`^${WRONG} Say where`));
      await expect(name(page)).toBeFocused();
      await expect(name(page)).toHaveValue(TURNING);
      await expect(alert(page)).toHaveText("Some fields are not valid.");
      await expect(page.getByLabel("What it may do")).not.toHaveAttribute("aria-invalid");
      expect(await keysOf(at)).toEqual([]);

      await name(page).fill("desk");
      expect((await send(page, "Make key")).status()).toBe(200);
      await expect(page.getByRole("status")).toBeFocused();
      await expect(page.getByText(WRONG)).toBeHidden();
      await expect(page.locator("[aria-invalid]")).toHaveCount(0);
      expect(await keysOf(at)).toEqual(["desk"]);
    });
  });
}

test("a field that is left is checked by the server, and nothing else is done", async ({ page }) => {
  const { at } = await atKeys(page);
  await leaveWith(page, TURNING);
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(name(page)).toHaveAttribute("aria-invalid", "true");
  await expect(alert(page)).toHaveCount(0);
  await expect(page.getByLabel("What it may do")).toBeFocused();
  await leaveWith(page, "desk");
  await expect(page.getByText(WRONG)).toBeHidden();
  await expect(name(page)).not.toHaveAttribute("aria-invalid");
  expect(await keysOf(at)).toEqual([]);
});

test("an answer to an older question is not believed, and without a connection nothing is asked aloud", async ({
  page,
}) => {
  await atKeys(page);
  const questions = await hold(page, "checks");
  await leaveWith(page, TURNING);
  await expect.poll(() => questions.length).toBe(1);
  await leaveWith(page, "desk");
  await questions[0]?.continue();
  await expect.poll(() => questions.length).toBe(2);
  await expect(page.getByText(WRONG)).toHaveCount(0);
  await questions[1]?.continue();

  await leaveWith(page, TURNING);
  await expect.poll(() => questions.length).toBe(3);
  await questions[2]?.abort();
  await leaveWith(page, `${TURNING}!`);
  await expect.poll(() => questions.length).toBe(4);
  await expect(page.getByText(WRONG)).toBeHidden();
  await questions[3]?.continue();
  await expect(page.getByText(WRONG)).toBeVisible();
});

test("while a form is sent its button says so, keeps its size and sends nothing twice", async ({ page }) => {
  const { at } = await atKeys(page);
  const posts = await hold(page, "forms");
  const button = page.getByRole("button", { name: "Make key" });
  await name(page).fill("desk");
  const before = await button.boundingBox();
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(button).toBeDisabled();
  await expect(button).toBeFocused();
  expect(await button.boundingBox()).toEqual(before);
  await button.press("Enter");
  await button.dispatchEvent("click");
  await expect.poll(() => posts.length).toBe(1);
  await posts[0]?.continue();
  await expect(page.getByRole("status")).toBeFocused();
  await expect(button).toBeEnabled();
  expect([posts.length, await keysOf(at)]).toEqual([1, ["desk"]]);
});

test("what could not be sent stays as typed, is said, and can be sent again", async ({ page }) => {
  const { at } = await atKeys(page);
  await name(page).fill("desk");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(alert(page)).toContainText("could not be sent");
  await expect(alert(page)).toBeFocused();
  await expect(name(page)).toHaveValue("desk");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByRole("status")).toContainText("desk");
  await expect(alert(page)).toHaveCount(0);
  expect(await keysOf(at)).toEqual(["desk"]);
});

test("whoever says it is only a check changes nothing by it", async ({ page }) => {
  const { at, slug } = await atKeys(page);
  const headers = { Cookie: await cookieOf(page), Origin: urlOf(slug, "") };
  const { text } = await ask(hostOf(slug), "/settings/keys", { headers });
  const fields = { name: "desk", scope: "write" };
  const form = { ...hiddenFields(text, fields), ...fields };
  const check = await postForm(hostOf(slug), "/settings/keys", { ...form, "check-only": "" }, headers);
  expect([check.status, await keysOf(at)]).toEqual([200, []]);
  expect((await postForm(hostOf(slug), "/settings/keys", form, headers)).status).toBe(200);
  expect(await keysOf(at)).toEqual(["desk"]);
});

async function atKeys(page: Page): Promise<OwnTenant> {
  const own = await ownTenant("owner");
  await signInAs(page, own.slug, own.person.email);
  await page.goto(urlOf(own.slug, "/settings/keys"));
  return own;
}

function name(page: Page) {
  return page.getByLabel("Name of a new key");
}

/** Not the one that Next keeps for the names of pages. */
function alert(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

async function leaveWith(page: Page, text: string): Promise<void> {
  await name(page).fill(text);
  await page.keyboard.press("Tab");
}

async function keysOf(at: OwnTenant["at"]): Promise<string[]> {
  return (await listKeys(at, { limit: 9 })).items.map((key) => key.name);
}

/** Holds back the checks that the page asks for, or what it sends in earnest, until each is let go. */
async function hold(page: Page, what: "checks" | "forms"): Promise<Route[]> {
  const held: Route[] = [];
  await page.route(
    (url) => url.pathname === "/settings/keys",
    (route) => {
      const isCheck = route.request().postData()?.includes("check-only") ?? false;
      if (route.request().method() !== "POST" || isCheck !== (what === "checks")) return route.continue();
      held.push(route);
    },
  );
  return held;
}
