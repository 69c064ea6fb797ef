import type { Page } from "@playwright/test";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { hiddenFields, postForm, sendForm } from "./fixtures/form";
import { type OwnTenant, ownTenant } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const UNCLEAR = ["abc", "0", "-1", "86400.001", "1e3", "1.2.3", " "];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("spins recorded by the form move the figures and the boards", async ({ page }) => {
      const { slug } = await atTheForm(page, ["Comet", "Turbine"]);
      await record(page, "Comet", "100");
      await record(page, "Turbine", "1:33,5");
      await record(page, "Turbine", "300.25");
      expect(new URL(page.url()).host).toBe(hostOf(slug));
      await page.goto(urlOf(slug));
      await expect(figure(page, "Overall average")).toHaveText("164.583 s");
      await expect(figure(page, "Spins")).toHaveText("3");
      await expect(figure(page, "Longest spin")).toHaveText("5 min 0.3 s");
      expect(await rowsOf(page, "Spinners by average")).toEqual([
        ["1", "Turbine", "196.875 s", "2", "300.250 s"],
        ["2", "Comet", "100.000 s", "1", "100.000 s"],
      ]);
      expect(await rowsOf(page, "People by average")).toEqual([["1", "someone", "164.583 s", "3", "300.250 s"]]);
      expect((await rowsOf(page, "Latest spins")).map((cells) => cells.slice(1))).toEqual([
        ["someone", "Turbine", "300.250 s"],
        ["someone", "Turbine", "93.500 s"],
        ["someone", "Comet", "100.000 s"],
      ]);
    });

    test("a duration that is not clear is refused, stays as typed and stores nothing", async ({ page }) => {
      const { at } = await atTheForm(page, ["Comet", "Turbine"]);
      for (const unclear of UNCLEAR) {
        await byHand(page).getByLabel("Spinner").selectOption("Turbine");
        await page.getByLabel("How long, in seconds").fill(unclear);
        expect((await send(page, "Record")).status()).toBe(422);
        await expect(page.getByRole("main").getByRole("alert")).toContainText("How long it spun is not clear.");
        await expect(page.getByLabel("How long, in seconds")).toHaveValue(unclear);
        await expect(byHand(page).getByLabel("Spinner").locator("option:checked")).toHaveText("Turbine");
      }
      expect((await averages(at, ALL_TIME)).spins).toBe(0);
      await record(page, "Turbine", "86400");
      expect(await averages(at, ALL_TIME)).toMatchObject({ spins: 1, totalMs: 86_400_000 });
    });

    test("a spinner is added once: its name in other letters is taken", async ({ page }) => {
      const { slug } = await atTheForm(page, ["Comet"]);
      await page.goto(urlOf(slug, "/spinners"));
      await page.getByLabel("Name of a new spinner").fill("cOMET");
      expect((await send(page, "Add spinner")).status()).toBe(409);
      await expect(page.getByRole("main").getByRole("alert")).toHaveText("There is a spinner of this name already.");
      await expect(page.getByLabel("Name of a new spinner")).toHaveValue("cOMET");

      await page.getByLabel("Name of a new spinner").fill("Copper Comet");
      await send(page, "Add spinner");
      await expect(page.getByRole("heading", { level: 1, name: "Copper Comet" })).toBeVisible();
      expect(new URL(page.url()).host).toBe(hostOf(slug));
      await page.goto(urlOf(slug, "/spinners"));
      expect((await rowsOf(page, "Spinners")).map(([name]) => name)).toEqual(["Comet", "Copper Comet"]);
    });
  });
}

test("a form that is sent twice records once, and a new form records again", async ({ page }) => {
  const { at, slug } = await atTheForm(page, ["Comet"]);
  await page.getByLabel("How long, in seconds").fill("20");
  await page.getByRole("button", { name: "Record", exact: true }).dblclick();
  await expect(recorded(page)).toBeVisible();
  expect((await averages(at, ALL_TIME)).spins).toBe(1);

  const { cookie, form } = await formOf(page, slug);
  const sent = { ...form, seconds: "40" };
  const headers = { Cookie: cookie, Origin: `http://${hostOf(slug)}` };
  const answers = await Promise.all([1, 2, 3].map(() => postForm(hostOf(slug), "/spin", sent, headers)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await averages(at, ALL_TIME)).toMatchObject({ spins: 2, totalMs: 60_000 });
  const altered = await postForm(hostOf(slug), "/spin", { ...sent, seconds: "41" }, headers);
  expect(altered.status).toBe(409);
  expect(await averages(at, ALL_TIME)).toMatchObject({ spins: 2, totalMs: 60_000 });
});

test("an empty duration is held back by the browser, and refused if it comes all the same", async ({ page }) => {
  const { at, slug } = await atTheForm(page, ["Comet"]);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByLabel("How long, in seconds")).toBeFocused();
  await expect(page.locator(":invalid[name=seconds]")).toHaveCount(1);
  const { cookie, form } = await formOf(page, slug);
  const answer = await sendForm(hostOf(slug), "/spin", {
    fields: { spinner: form.spinner ?? "", seconds: "" },
    headers: { Cookie: cookie },
  });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("How long it spun is not clear.");
  expect((await averages(at, ALL_TIME)).spins).toBe(0);
});

/** A tenant with those spinners, its person signed in before the form. */
async function atTheForm(page: Page, spinners: string[]): Promise<OwnTenant> {
  const own = await ownTenant();
  for (const name of spinners) await addSpinner(own.at, name);
  await signInAs(page, own.slug, own.person.email);
  await page.getByRole("link", { name: "Record a spin" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Record a spin" })).toBeVisible();
  return own;
}

function byHand(page: Page) {
  return page.getByRole("region", { name: "Timed it otherwise?" });
}

/** What a run came to, said when it is recorded. */
function recorded(page: Page) {
  return page.getByRole("status").filter({ hasText: "recorded" });
}

async function record(page: Page, spinner: string, seconds: string): Promise<void> {
  const choice = byHand(page).getByLabel("Spinner").locator("option", { hasText: spinner });
  await byHand(page)
    .getByLabel("Spinner")
    .selectOption(await choice.getAttribute("value"));
  await page.getByLabel("How long, in seconds").fill(seconds);
  const id = page.locator("main input[name=id]");
  const sent = await id.inputValue();
  await send(page, "Record");
  await expect(recorded(page)).toBeVisible();
  await expect(id).not.toHaveValue(sent);
  await expect(page.getByLabel("How long, in seconds")).toHaveValue("");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
}

/** What a browser would send of a new form for its first spinner. */
async function formOf(page: Page, slug: string) {
  const cookie = await cookieOf(page);
  const { text } = await ask(hostOf(slug), "/spin", { headers: { Cookie: cookie } });
  const spinner = await byHand(page).getByLabel("Spinner").inputValue();
  return { cookie, form: { ...hiddenFields(text, { spinner, seconds: "" }), spinner } };
}
