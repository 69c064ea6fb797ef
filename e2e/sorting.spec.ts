import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { rowsOf } from "./fixtures/dashboard";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

test.use({ javaScriptEnabled: false });

test("the list of spins is turned round by its head, filter and pages included", async ({ page }) => {
  const { at, slug, person } = await ownTenant();
  for (const name of ["Comet", "Turbine"]) await addSpinner(at, name);
  const spins = Array.from({ length: 60 }, (_, index) => ({
    id: newId(),
    spinner: index % 12 === 0 ? "Turbine" : "Comet",
    person: person.email,
    duration_ms: index + 1,
    // Two of each instant: the id decides between them.
    spun_at: new Date(Date.UTC(2026, 10, 1, 0, index >> 1)).toISOString(),
  }));
  await recordSpins(at, { spins });
  await signInAs(page, slug, person.email);
  const durations = async (caption: string) => (await rowsOf(page, caption)).map((row) => row.at(-1));
  const head = page.getByRole("columnheader", { name: "When" });

  await page.goto(urlOf(slug, "/spins"));
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const newest = await durations("Spins, newest first");
  await page.getByRole("link", { name: "Next page" }).click();
  newest.push(...(await durations("Spins, newest first")));
  await head.getByRole("link").click();
  await expect(page).toHaveURL(urlOf(slug, "/spins?sort=when"));
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  const oldest = await durations("Spins, oldest first");
  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForURL(/sort=when&cursor=/);
  oldest.push(...(await durations("Spins, oldest first")));
  expect([oldest.length, new Set(oldest).size]).toEqual([60, 60]);
  expect(oldest).toEqual(newest.toReversed());

  await page.getByLabel("Spinner").selectOption("Turbine");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/[?&]spinner=[^&]/);
  expect(await durations("Spins, oldest first")).toEqual(["0.001 s", "0.013 s", "0.025 s", "0.037 s", "0.049 s"]);
  await head.getByRole("link").click();
  await page.waitForURL(/sort=-when/);
  expect(await durations("Spins, newest first")).toEqual(["0.049 s", "0.037 s", "0.025 s", "0.013 s", "0.001 s"]);

  await page.goto(urlOf(slug, "/spins"));
  const next = (await page.getByRole("link", { name: "Next page" }).getAttribute("href")) ?? "";
  const headers = { Cookie: await cookieOf(page) };
  for (const [path, status] of [
    ["/spins?sort=-when", 200],
    ["/spins?sort=duration", 422],
    ["/spins?sort=when%27", 422],
    [next, 200],
    [`${next}&sort=when`, 400],
  ] as const) {
    expect([path, (await ask(hostOf(slug), path, { headers })).status]).toEqual([path, status]);
  }
});
