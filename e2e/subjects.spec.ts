import { randomUUID } from "node:crypto";
import { newId } from "@/lib/new-id";
import { mergeSpinners } from "@/lib/spinners/merge";
import { retireSpinner } from "@/lib/spinners/retire";
import { recordSpins } from "@/lib/spins/record";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { ownTenant } from "./fixtures/own-tenant";
import { plainAnswer } from "./fixtures/plain-answer";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const RANGE = "from=2026-10-03&to=2026-10-04";

/** Comet spun on three days in October, Ninja on one of them, in UTC. */
async function spun(role: "owner" | "member" = "member") {
  const own = await ownTenant(role);
  const ada = await addPerson(own.at, "ada@test.example");
  const [comet, ninja] = [await addSpinner(own.at, "Comet"), await addSpinner(own.at, "Ninja")];
  const spin = (spinner: string, person: string, duration_ms: number, spun_at: string) => ({
    ...{ id: newId(), spinner, person, duration_ms, spun_at },
  });
  const spins = [
    spin("Comet", own.person.email, 10_000, "2026-10-02T10:00:00Z"),
    spin("Comet", "ada@test.example", 30_000, "2026-10-03T11:00:00Z"),
    spin("Comet", own.person.email, 20_000, "2026-10-04T12:00:00Z"),
    spin("Ninja", own.person.email, 90_000, "2026-10-04T13:00:00Z"),
  ];
  await recordSpins(own.at, { spins });
  return { ...own, ada, comet, ninja, spins };
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a spinner's page shows its figures beside the period before, records, owners and spins", async ({ page }) => {
    const { slug, person, comet, ada, spins } = await spun();
    await signInAs(page, slug, person.email);
    await page.goto(urlOf(slug, `/spinners/${comet.id}?${RANGE}`));
    expect((await page.title()).startsWith("Comet · ")).toBe(true);
    await expect(figure(page, "Overall average")).toHaveText("25.000 s");
    await expect(page.getByRole("region", { name: "Figures" })).toContainText("previous 10.000 s");
    const records = page.getByRole("region", { name: "Records" });
    const record = (label: string) => records.locator("div").filter({ has: page.getByText(label, { exact: true }) });
    await expect(record("Longest spin ever").locator("dd")).toHaveText(["30.0 s", "ada, 3 Oct 2026, 11:00"]);
    await expect(record("Longest streak").locator("dd")).toHaveText(["3 days", "2 Oct 2026 – 4 Oct 2026"]);
    await expect(record("First spin").locator("dd")).toHaveText(["2 Oct 2026, 10:00", "someone"]);
    await expect(record("Place in this period").locator("dd")).toHaveText("2 of 2");
    expect((await rowsOf(page, "Owners")).map(([name]) => name)).toEqual(["ada", "someone"]);
    expect((await rowsOf(page, "Latest spins")).map((row) => row.at(-1))).toEqual(["20.000 s", "30.000 s"]);

    await records.getByRole("link", { name: "30.0 s" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spins/${spins[1]?.id}`));
    await page.goBack();
    await page.getByRole("region", { name: "Owners" }).getByRole("link", { name: "ada" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/people/${ada.id}`));
  });

  test("a person's page shows the same, with the person's spinners", async ({ page }) => {
    const { slug, person, ninja, comet } = await spun();
    await signInAs(page, slug, person.email);
    await page.goto(urlOf(slug, `/people/${person.id}?${RANGE}`));
    expect((await page.title()).startsWith("someone · ")).toBe(true);
    await expect(figure(page, "Overall average")).toHaveText("55.000 s");
    await expect(page.getByRole("region", { name: "Records" })).toContainText("Ninja, 4 Oct 2026, 13:00");
    await expect(page.getByRole("region", { name: "Records" })).toContainText("1 of 2");
    const spinners = page.getByRole("region", { name: "Spinners" });
    expect(await spinners.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual([
      `/spinners/${comet.id}`,
      `/spinners/${ninja.id}`,
    ]);
    await page.getByRole("link", { name: "All spins" }).click();
    await expect(page).toHaveURL(urlOf(slug, `/spins?person=${person.id}`));
  });

  test("what was merged leads to what it is now, period and all, and what is retired says so", async ({ page }) => {
    const { at, slug, person, comet, ninja } = await spun();
    await mergeSpinners(at, { from: comet.id, into: ninja.id });
    await retireSpinner(at, ninja.id);
    await signInAs(page, slug, person.email);
    const headers = { Cookie: await cookieOf(page) };
    const answer = await ask(hostOf(slug), `/spinners/${comet.id}?range=all`, { headers });
    expect([answer.status, answer.headers.location]).toEqual([307, `/spinners/${ninja.id}?range=all`]);
    await page.goto(urlOf(slug, `/spinners/${comet.id}?range=all`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ninja");
    await expect(figure(page, "Spins")).toHaveText("4");
    await expect(page.getByText("Retired since")).toBeVisible();
  });
});

test("ids that are none, or another tenant's, are not there, byte for byte", async ({ page }) => {
  const [own, other] = [await spun("owner"), await spun("owner")];
  await mergeSpinners(other.at, { from: other.comet.id, into: other.ninja.id });
  await signInAs(page, own.slug, own.person.email);
  const headers = { Cookie: await cookieOf(page) };
  const get = (path: string) => ask(hostOf(own.slug), path, { headers });
  const pages = (id: string) => [
    `/spinners/${id}`,
    `/people/${id}`,
    `/spinners/${id}/merge`,
    `/spinners/${own.comet.id}?with=${id}`,
    `/people/${own.person.id}?with=${id}`,
    `/spinners/${own.comet.id}/merge?into=${id}`,
  ];
  const [nobody, foreign] = [randomUUID(), { spinner: other.ninja.id, alias: other.comet.id, person: other.person.id }];
  const missing = await Promise.all(pages(nobody).map(get));
  expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  for (const id of Object.values(foreign)) {
    const answers = await Promise.all(pages(id).map(get));
    expect(answers.map((each) => plainAnswer(each, id))).toEqual(missing.map((each) => plainAnswer(each, nobody)));
  }
  for (const id of [`{${own.comet.id}}`, own.comet.id.slice(1), own.comet.id.toUpperCase(), "none", "%25", "a%00b"]) {
    for (const path of [`/spinners/${id}`, `/people/${id}`, `/spinners/${id}/merge`]) {
      expect([path, [400, 404].includes((await get(path)).status)]).toEqual([path, true]);
    }
    expect((await get(`/spinners/${own.comet.id}?with=${id}`)).status).toBe(404);
  }
  for (const path of [`/spinners/${own.comet.id}`, `/people/${own.person.id}`, `/spinners/${own.comet.id}/merge`]) {
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  }
  expect((await get(`/spinners/${own.comet.id}?range=ever`)).status).toBe(422);
});

test("the longest names have room on a narrow screen", async ({ page }) => {
  const { at, slug, person } = await spun("owner");
  const [one, other] = [await addSpinner(at, "W".repeat(120)), await addSpinner(at, "Mitteilung ".repeat(10))];
  await signInAs(page, slug, person.email);
  await page.setViewportSize({ width: 390, height: 800 });
  const path = `/spinners/${one.id}`;
  for (const to of ["/spinners", path, `${path}?with=${other.id}`, `${path}/merge?into=${other.id}`]) {
    await page.goto(urlOf(slug, to));
    expect([to, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([to, 390]);
  }
});
