import type { Page } from "@playwright/test";
import { mergeSpinners } from "@/lib/spinners/merge";
import { retireSpinner } from "@/lib/spinners/retire";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { rowsOf } from "./fixtures/dashboard";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const RANGE = "from=2026-10-01&to=2026-10-03";

/** Comet began two days before Ninja, and spins shorter. */
async function rivals(page: Page) {
  const own = await ownTenant();
  const ada = await addPerson(own.at, "ada@test.example");
  const [comet, ninja] = [await addSpinner(own.at, "Comet"), await addSpinner(own.at, "Ninja")];
  const spins = [
    { spinner: "Comet", person: own.person.email, duration_ms: 10_000, spun_at: "2026-10-01T10:00:00Z" },
    { spinner: "Comet", person: own.person.email, duration_ms: 30_000, spun_at: "2026-10-02T10:00:00Z" },
    { spinner: "Ninja", person: ada.email, duration_ms: 30_000, spun_at: "2026-10-03T10:00:00Z" },
  ];
  await recordSpins(own.at, { spins });
  await signInAs(page, own.slug, own.person.email);
  return { ...own, ada, comet, ninja };
}

const plain = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim()));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two spinners stand side by side, and who is ahead in what", async ({ page }) => {
    const { slug, comet, ninja } = await rivals(page);
    await page.goto(urlOf(slug, `/spinners/${comet.id}?${RANGE}`));
    await page.getByLabel("Compare with").selectOption("Ninja");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spinners/${comet.id}?${RANGE}&with=${ninja.id}`));
    expect((await page.title()).startsWith("Comet and Ninja · ")).toBe(true);
    expect(plain(await rowsOf(page, "Figures in this period"))).toEqual([
      ["Average", "20.000 s", "30.000 s ahead, +50.0 %"],
      ["Spins", "2 ahead, +100.0 %", "1"],
      ["Longest", "30.0 s level", "30.0 s level"],
      ["Place", "2 of 2", "1 of 2 ahead"],
    ]);
    expect(plain(await rowsOf(page, "Records of all time"))).toEqual([
      ["Longest spin ever", "30.0 s level someone, 2 Oct 2026, 10:00", "30.0 s level ada, 3 Oct 2026, 10:00"],
      ["Longest streak", "2 days ahead, +100.0 % 1 Oct 2026 – 2 Oct 2026", "1 day 3 Oct 2026"],
      ["First spin", "1 Oct 2026, 10:00 someone", "3 Oct 2026, 10:00 ada"],
    ]);
    const [one, other] = await page.locator("svg[role=img] path:not(.stroke-line)").all();
    expect([await one?.getAttribute("stroke-dasharray"), await other?.getAttribute("stroke-dasharray")]).toEqual([
      null,
      "6 6",
    ]);

    await page.getByRole("link", { name: "All time" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spinners/${comet.id}?with=${ninja.id}&range=all`));
    await page.getByLabel("From", { exact: true }).fill("2026-10-02");
    await page.getByLabel("To", { exact: true }).fill("2026-10-02");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spinners/${comet.id}?with=${ninja.id}&from=2026-10-02&to=2026-10-02`));
    expect(plain(await rowsOf(page, "Figures in this period"))[0]).toEqual(["Average", "30.000 s ahead", "–"]);
    await page.getByRole("region", { name: "Figures" }).getByRole("link", { name: "Ninja" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spinners/${ninja.id}`));
  });

  test("two people do too, stacked where there is little room", async ({ page }) => {
    const { slug, person, ada } = await rivals(page);
    await page.goto(urlOf(slug, `/people/${person.id}?with=${ada.id}&${RANGE}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("someone and ada");
    await expect(page.getByLabel("Compare with").locator("option:checked")).toHaveText("ada");
    expect(plain(await rowsOf(page, "Figures in this period"))[0]).toEqual([
      "Average",
      "20.000 s",
      "30.000 s ahead, +50.0 %",
    ]);
    await page.setViewportSize({ width: 390, height: 800 });
    const row = page.getByRole("region", { name: "Figures" }).locator("tbody tr").first();
    const [label, one, other] = await Promise.all(
      (await row.locator("th, td").all()).map((each) => each.boundingBox()),
    );
    expect(one?.y).toBeGreaterThanOrEqual((label?.y ?? 0) + (label?.height ?? 0) - 1);
    expect([other?.y, Math.round(other?.width ?? 0)]).toEqual([one?.y, Math.round(one?.width ?? -1)]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test("both trends are read out by the keys, each with whose it is", async ({ page }) => {
  const { slug, comet, ninja } = await rivals(page);
  await page.goto(urlOf(slug, `/spinners/${comet.id}?with=${ninja.id}&${RANGE}`));
  const trend = page.getByRole("slider", { name: "Read both trends" });
  await trend.focus();
  await expect(trend).toHaveAttribute("aria-valuetext", "3 Oct 2026, Comet: –, Ninja: 30.000 s");
  await trend.press("ArrowLeft");
  await expect(trend).toHaveAttribute("aria-valuetext", "2 Oct 2026, Comet: 30.000 s, Ninja: –");
  await expect(page.locator(".trend-readout")).toContainText("Comet: 30.000 s");
  await page.getByText("Show as table").click();
  await expect(page.locator("table[data-trend] tbody tr").first()).toHaveText(/1 Oct 2026.*10\.000 s.*–/);
  await expect(page.locator("table[data-trend] td span").first()).toBeHidden();
});

test("nothing stands beside itself, a merged one stands as what it is now, a retired one may", async ({ page }) => {
  const { at, slug, comet, ninja } = await rivals(page);
  const also = await addSpinner(at, "Also Ninja");
  await mergeSpinners(at, { from: also.id, into: ninja.id });
  await retireSpinner(at, ninja.id);
  const headers = { Cookie: await cookieOf(page) };
  const leadsTo = async (path: string) => {
    const answer = await ask(hostOf(slug), path, { headers });
    return [answer.status, answer.headers.location];
  };
  const path = `/spinners/${comet.id}`;
  expect(await leadsTo(`${path}?range=7d&with=${comet.id}`)).toEqual([307, `${path}?range=7d`]);
  expect(await leadsTo(`${path}?with=${also.id}&range=7d`)).toEqual([307, `${path}?with=${ninja.id}&range=7d`]);
  expect(await leadsTo(`/spinners/${also.id}?with=${comet.id}`)).toEqual([
    307,
    `/spinners/${ninja.id}?with=${comet.id}`,
  ]);
  expect((await leadsTo(`${path}?with=&range=7d`))[0]).toBe(200);
  expect((await leadsTo(`${path}?with=${ninja.id}&range=ever`))[0]).toBe(422);
  await page.goto(urlOf(slug, `${path}?with=${ninja.id}`));
  await expect(page.getByLabel("Compare with").locator("option:checked")).toHaveText("Ninja");
});
