import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { rowsOf } from "./fixtures/dashboard";
import { hiddenFields, postForm } from "./fixtures/form";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, send, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

async function oneSpin() {
  const own = await ownTenant();
  await addSpinner(own.at, "Comet");
  const id = newId();
  const spin = { id, spinner: "Comet", person: own.person.email, duration_ms: 10_000, spun_at: "2026-11-01T10:00:00Z" };
  await recordSpins(own.at, { spins: [spin] });
  return { ...own, id, figures: () => averages(own.at, ALL_TIME) };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a correction and a removal are taken back", async ({ page }) => {
      const { slug, person, id, figures } = await oneSpin();
      await signInAs(page, slug, person.email);
      await page.goto(urlOf(slug, `/spins/${id}`));
      await page.getByLabel("How long, in seconds").fill("20");
      await send(page, "Correct");
      await expect(page.getByRole("status")).toContainText("Corrected");
      await expect(page.getByLabel("How long, in seconds")).toHaveValue("20");
      expect(await figures()).toMatchObject({ spins: 1, totalMs: 20_000 });
      await send(page, "Undo");
      await expect(page.getByRole("status")).toHaveText("Taken back. All figures follow.");
      await expect(page.getByRole("status")).toBeFocused();
      await expect(page.getByLabel("How long, in seconds")).toHaveValue("10");
      expect(await figures()).toMatchObject({ spins: 1, totalMs: 10_000 });

      await send(page, "Remove this spin");
      await expect(page.getByRole("status")).toContainText("Removed");
      await expect(page.getByRole("status")).toBeFocused();
      expect(await figures()).toMatchObject({ spins: 0 });
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spin of 1 Nov 2026, 10:00");
      await expect(page.getByRole("status")).toHaveText("Taken back. All figures follow.");
      expect(page.url()).not.toContain(id);
      expect(await figures()).toMatchObject({ spins: 1, totalMs: 10_000 });
      await page.goto(urlOf(slug, "/spins"));
      expect((await rowsOf(page, "Spins, newest first")).map((row) => row.slice(1))).toEqual([
        ["someone", "Comet", "10.000 s"],
      ]);
    });
  });
}

test("a removal is taken back once, as it was, and by who removed it", async ({ page }) => {
  const { at, slug, person, id, figures } = await oneSpin();
  const other = await addPerson(at, "other@test.example", "owner");
  await signInAs(page, slug, person.email);
  await page.goto(urlOf(slug, `/spins/${id}`));
  await send(page, "Remove this spin");
  await page.waitForURL(/removed=/);
  const own = await cookieOf(page);
  const token = new URL(page.url()).searchParams.get("removed") ?? "";
  const { text } = await ask(hostOf(slug), `/spins?removed=${token}`, { headers: { Cookie: own } });
  const form = hiddenFields(text, { undo: token });
  const undo = async (fields: Record<string, string>, Cookie: string) =>
    (await postForm(hostOf(slug), "/spins", { ...form, ...fields }, { Cookie, Origin: urlOf(slug, "") })).status;
  expect(form.undo).toBe(token);
  for (const wrong of [
    "",
    "x",
    `${token}A`,
    token.slice(1),
    token.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
  ]) {
    expect(await undo({ undo: wrong }, own)).toBe(400);
    await page.goto(urlOf(slug, `/spins?removed=${wrong}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spins");
    await expect(page.getByRole("status")).toHaveCount(0);
  }
  await page.context().clearCookies();
  await signInAs(page, slug, other.email);
  expect(await undo({}, await cookieOf(page))).toBe(400);
  expect(await undo({ "check-only": "" }, own)).toBe(200);
  expect(await figures()).toMatchObject({ spins: 0 });
  expect([await undo({}, own), await undo({}, own)]).toEqual([303, 303]);
  expect(await figures()).toMatchObject({ spins: 1, totalMs: 10_000 });
});
