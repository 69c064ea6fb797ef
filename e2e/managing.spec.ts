import type { Page } from "@playwright/test";
import { getPerson } from "@/lib/people/find";
import { findSpinner, getSpinner } from "@/lib/spinners/find";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { hiddenFields, postForm } from "./fixtures/form";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

/** Comet spun twice, Ninja once; the owner is signed in, a member is not yet. */
async function workshop(page: Page) {
  const own = await ownTenant("owner");
  const member = await addPerson(own.at, "member@test.example");
  const [comet, ninja] = [await addSpinner(own.at, "Comet"), await addSpinner(own.at, "Ninja")];
  const spins = [
    { spinner: "Comet", person: own.person.email, duration_ms: 10_000 },
    { spinner: "Comet", person: own.person.email, duration_ms: 20_000 },
    { spinner: "Ninja", person: own.person.email, duration_ms: 60_000 },
  ];
  await recordSpins(own.at, { spins });
  await signInAs(page, own.slug, own.person.email);
  const path = `/spinners/${comet.id}`;
  return { ...own, member, comet, ninja, path, open: (to = path) => page.goto(urlOf(own.slug, to)) };
}

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const status = (page: Page) => page.getByRole("status");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a spinner is renamed, and has its old name back", async ({ page }) => {
      const { open } = await workshop(page);
      await open();
      const name = page.getByLabel("Name of this spinner");
      await name.fill(" ninja");
      expect((await send(page, "Rename")).status()).toBe(409);
      await expect(page.getByRole("main").getByRole("alert")).toHaveText("There is a spinner of this name already.");
      await expect(name).toHaveValue(" ninja");
      await name.fill("Halley");
      await send(page, "Rename");
      await expect(title(page)).toHaveText("Halley");
      await expect(name).toHaveValue("Halley");
      await expect(status(page)).toContainText("Renamed");
      await expect(status(page)).toBeFocused();
      await send(page, "Undo");
      await expect(title(page)).toHaveText("Comet");
      await expect(name).toHaveValue("Comet");
      await expect(status(page)).toHaveText("Taken back.");
    });

    test("a spinner is retired and put into use again, and each takes the other back", async ({ page }) => {
      const { at, comet, open } = await workshop(page);
      const isRetired = async () => (await getSpinner(at, comet.id)).retiredAt !== null;
      await open();
      for (const button of ["Retire", "Undo", "Retire"]) await send(page, button).then(() => page.waitForURL(/[?]/));
      await expect(status(page)).toContainText("Retired");
      await expect(page.getByText("Retired since")).toBeVisible();
      expect(await isRetired()).toBe(true);
      await send(page, "Put into use again");
      await expect(status(page)).toContainText("In use again.");
      expect(await isRetired()).toBe(false);
      await send(page, "Undo");
      await expect(status(page)).toHaveText("Taken back.");
      expect(await isRetired()).toBe(true);
    });

    test("a merge says in numbers what it will do, and does it", async ({ page }) => {
      const { at, slug, path, comet, ninja, open } = await workshop(page);
      await open();
      await page.getByRole("link", { name: "Merge into another" }).click();
      await expect(title(page)).toHaveText("Merge Comet");
      await page.getByLabel("Merge into").selectOption("Ninja");
      await page.getByRole("button", { name: "See what would happen" }).click();
      await expect(page).toHaveURL(urlOf(slug, `${path}/merge?into=${ninja.id}`));
      await expect(page.getByRole("listitem").filter({ hasText: "spins move" })).toHaveText("2 spins move to Ninja.");
      await expect(page.getByText("This cannot be taken back.")).toBeVisible();
      expect(await rowsOf(page, "Figures before and after")).toEqual([
        ["Comet", "15.000 s", "2", "20.000 s"],
        ["Ninja", "60.000 s", "1", "60.000 s"],
        ["Both together, from then on", "30.000 s", "3", "60.000 s"],
      ]);
      expect((await findSpinner(at, "Comet")).mergedInto).toBe(null);
      await send(page, "Merge them");
      await expect(title(page)).toHaveText("Ninja");
      await expect(status(page)).toContainText("Merged.");
      await expect(figure(page, "Spins")).toHaveText("3");
      expect((await findSpinner(at, "Comet")).mergedInto).toBe(ninja.id);
      await open(`/spinners/${comet.id}/merge`);
      await expect(title(page)).toHaveText("Ninja");
    });

    test("somebody renames themselves, and takes it back", async ({ page }) => {
      const { slug, member, open } = await workshop(page);
      await page.context().clearCookies();
      await signInAs(page, slug, member.email);
      await open(`/people/${member.id}`);
      await page.getByLabel("Name", { exact: true }).fill("Ada Okafor");
      await send(page, "Rename");
      await expect(title(page)).toHaveText("Ada Okafor");
      await expect(page.getByRole("button", { name: "Your account: Ada Okafor" })).toBeVisible();
      await expect(status(page)).toContainText("Renamed");
      await send(page, "Undo");
      await expect(title(page)).toHaveText("member");
    });
  });
}

test("a name is checked as it is left, and a spinner renamed by keyboard alone", async ({ page }) => {
  const { at, comet, open } = await workshop(page);
  await open();
  const name = page.getByLabel("Name of this spinner");
  await name.focus();
  await page.keyboard.type("\u202e");
  await page.keyboard.press("Tab");
  await expect(name).toHaveAccessibleDescription(/must have 1 to 120 characters/);
  await expect(page.getByRole("button", { name: "Rename" })).toBeFocused();
  expect((await getSpinner(at, comet.id)).name).toBe("Comet");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Halley");
  await page.keyboard.press("Enter");
  await expect(status(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Taken back.");
});

test("members see no way to manage spinners or others, and their forms are refused", async ({ page }) => {
  const { at, slug, person, member, comet, ninja, path } = await workshop(page);
  const own = await cookieOf(page);
  const get = async (to: string, Cookie: string) => ask(hostOf(slug), to, { headers: { Cookie } });
  const merge = `${path}/merge?into=${ninja.id}`;
  const forms: { to: string; behind?: string; has: Record<string, string>; sends?: Record<string, string> }[] = [
    { to: path, has: { id: comet.id, name: "" }, sends: { name: "Halley" } },
    { to: path, behind: "A retired spinner is offered nowhere", has: { id: comet.id } },
    { to: merge, has: { from: comet.id, into: ninja.id } },
    { to: `/people/${person.id}`, has: { id: person.id, name: "" }, sends: { name: "Boss" } },
  ];
  const filled = await Promise.all(
    forms.map(async ({ to, behind = "", has, sends }) => {
      const { text } = await get(to, own);
      return { to, fields: { ...hiddenFields(text.slice(text.indexOf(behind)), has), ...sends } };
    }),
  );
  await page.context().clearCookies();
  await signInAs(page, slug, member.email);
  const theirs = await cookieOf(page);
  const post = async (to: string, fields: Record<string, string>, Cookie: string) =>
    (await postForm(hostOf(slug), to, fields, { Cookie, Origin: urlOf(slug, "") })).status;

  for (const { to, fields } of filled) {
    expect([to, fields, await post(to, fields, theirs)]).toEqual([to, fields, 403]);
  }
  for (const to of [merge, `${path}/merge`]) {
    expect([(await get(to, theirs)).status, (await get(to, own)).status]).toEqual([403, 200]);
  }
  expect(await getSpinner(at, comet.id)).toMatchObject({ name: "Comet", retiredAt: null, mergedInto: null });
  expect((await getPerson(at, person.id)).name).toBe("someone");
  for (const to of [path, `/people/${person.id}`]) {
    await page.goto(urlOf(slug, to));
    await expect(page.getByRole("heading", { name: "Manage" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /Rename|Retire/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /Merge/ })).toHaveCount(0);
  }

  for (const { to, fields } of filled) {
    expect([to, fields, await post(to, fields, own)]).toEqual([to, fields, 303]);
  }
  expect(await getSpinner(at, comet.id)).toMatchObject({ name: "Halley", mergedInto: ninja.id });
  expect((await getPerson(at, person.id)).name).toBe("Boss");
});

test("what is no merge, or somebody else's to take back, is refused", async ({ page }) => {
  const { at, slug, comet, ninja, path } = await workshop(page);
  const Cookie = await cookieOf(page);
  const { text } = await ask(hostOf(slug), `${path}/merge?into=${ninja.id}`, { headers: { Cookie } });
  const form = hiddenFields(text, { from: comet.id, into: ninja.id });
  const post = async (fields: Record<string, string>, to = `${path}/merge`) =>
    (await postForm(hostOf(slug), to, { ...form, ...fields }, { Cookie, Origin: urlOf(slug, "") })).status;
  const foreign = await addSpinner((await ownTenant()).at, "Comet");
  expect(await post({ into: comet.id })).toBe(422);
  expect(await post({ into: `{${ninja.id}}` })).toBe(422);
  expect(await post({ into: "" })).toBe(422);
  expect(await post({ into: foreign.id })).toBe(404);
  expect(await post({ from: foreign.id })).toBe(404);
  expect((await ask(hostOf(slug), `${path}/merge?into=${comet.id}`, { headers: { Cookie } })).status).toBe(422);
  expect((await getSpinner(at, comet.id)).mergedInto).toBe(null);
  expect([await post({}), await post({})]).toEqual([303, 303]);
  expect((await getSpinner(at, comet.id)).mergedInto).toBe(ninja.id);

  await page.goto(urlOf(slug, `/spinners/${ninja.id}?renamed=made-up&retired=x&reinstated=%00`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ninja");
  await expect(status(page)).toHaveCount(0);
});
