import { createKey } from "@/lib/api-keys/create";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { ask, device, hostOf, urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

/** A tenant whose person has spun once, and another person too. */
async function workshop() {
  const own = await ownTenant();
  await addPerson(own.at, "other@test.example");
  await addSpinner(own.at, "Comet");
  await addSpinner(own.at, "Ninja");
  const spins = [own.person.email, "other@test.example"].map((person, index) => ({
    id: newId(),
    spinner: "Comet",
    person,
    duration_ms: (index + 1) * 10_000,
  }));
  await recordSpins(own.at, { spins });
  return { ...own, spins, mine: spins[0]?.id ?? "", others: spins[1]?.id ?? "" };
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody corrects a spin of theirs, and removes it; all figures follow", async ({ page }) => {
    const { slug, person, mine } = await workshop();
    await signInAs(page, slug, person.email);
    await page.goto(urlOf(slug, "/spins"));
    await page.locator(`a[href="/spins/${mine}"]`).click();
    await expect(page.getByRole("heading", { level: 1, name: "Spin of" })).toBeVisible();

    await page.getByLabel("Spinner").selectOption("Ninja");
    await page.getByLabel("How long, in seconds").fill("nonsense");
    await page.getByRole("button", { name: "Correct" }).click();
    await expect(page.getByRole("alert")).toContainText("How long it spun is not clear.");
    await page.getByLabel("How long, in seconds").fill("1:30");
    await page.getByRole("button", { name: "Correct" }).click();
    await expect(page.getByRole("status")).toContainText("Corrected. All figures follow.");

    await page.goto(urlOf(slug));
    await expect(figure(page, "Overall average")).toHaveText("55.000 s");
    expect((await rowsOf(page, "Longest spins")).map((row) => row.slice(1))).toEqual([
      ["someone", "Ninja", "90.000 s"],
      ["other", "Comet", "20.000 s"],
    ]);

    await page.goto(urlOf(slug, `/spins/${mine}`));
    await page.getByRole("button", { name: "Remove this spin" }).click();
    await expect(page.getByRole("status")).toContainText("Removed. All figures follow.");
    await page.goto(urlOf(slug));
    await expect(figure(page, "Spins")).toHaveText("1");
    await expect(figure(page, "Longest spin")).toHaveText("20.0 s");
  });

  test("another person's spin can be looked at, and no more", async ({ page }) => {
    const { slug, person, others } = await workshop();
    await signInAs(page, slug, person.email);
    await page.goto(urlOf(slug, `/spins/${others}`));
    await expect(page.getByText("20.000 s")).toBeVisible();
    await expect(page.getByRole("button", { name: "Correct" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
  });
});

test("by the API a person changes what is theirs; a key, and another tenant, change nothing", async ({ page }) => {
  const [{ at, slug, person, spins, mine, others }, theirs] = await Promise.all([workshop(), workshop()]);
  const { key } = await createKey(at, { name: "desk", scope: "write" });
  await signInAs(page, slug, person.email);
  const headers = { Cookie: await cookieOf(page), Origin: urlOf(slug).slice(0, -1) };
  const call = (method: string, id: string, body?: unknown) =>
    ask(hostOf(slug), `/api/v1/spins/${id}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  expect((await call("GET", theirs.mine)).status).toBe(404);
  expect((await call("DELETE", theirs.mine)).status).toBe(404);
  expect((await call("PATCH", others, { duration_ms: 5 })).status).toBe(403);
  expect((await call("PATCH", mine, { duration_ms: 0 })).status).toBe(422);
  expect((await call("PATCH", mine, { tenant_id: newId() })).status).toBe(422);
  expect((await call("PUT", mine, {})).headers.allow).toBe("GET, HEAD, PATCH, DELETE");
  const byKey = { method: "DELETE", headers: { Authorization: `Bearer ${key}` } };
  expect((await ask(hostOf(slug), `/api/v1/spins/${mine}`, byKey)).status).toBe(403);

  expect((await call("PATCH", mine, { duration_ms: 40_000 })).json).toMatchObject({ id: mine, duration_ms: 40_000 });
  const figures = async (path: string) => (await device(slug, key).get(path)).json;
  expect(await figures("/averages")).toEqual({ spins: 2, total_ms: 60_000, average_ms: 30_000 });
  expect(await figures("/longest?limit=1")).toMatchObject({ spins: [{ id: mine }], previous: null });
  expect(await figures("/distribution")).toMatchObject({ spins: 2, relative_error: 0.02, previous: null });
  expect(await figures("/streaks")).toMatchObject({ longest: { days: 1 }, current: { days: 1 }, previous: null });
  const day = new Date().toISOString().slice(0, 10);
  expect(await figures(`/streaks?from=${day}&to=${day}`)).toMatchObject({ previous: { longest: { days: 0 } } });

  const removed = await call("DELETE", mine);
  expect([removed.status, removed.text]).toEqual([204, ""]);
  expect((await call("GET", mine)).status).toBe(404);
  expect((await device(slug, key).post("/spins", { spins })).json).toMatchObject({ accepted: 0, duplicates: 2 });
  expect(await figures("/averages")).toMatchObject({ spins: 1, total_ms: 20_000 });
});
