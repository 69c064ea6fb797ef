import type { Page } from "@playwright/test";
import { SPINNERS } from "@/lib/demo/company";
import { SAMPLE_PEOPLE, SAMPLE_SPINNERS } from "@/lib/samples/cast";
import { createWall } from "@/lib/walls/create";
import { linkOf } from "@/lib/walls/link";
import { urlOf } from "./fixtures/ask";
import { ownTenant } from "./fixtures/own-tenant";
import { expect, test } from "./fixtures/test";

const NAMES = new RegExp(
  [...SPINNERS, ...SAMPLE_SPINNERS, ...SAMPLE_PEOPLE.map(({ name }) => name), "IBM"].join("|"),
  "g",
);

/** What may be read on a page that is no word of ours: months and days as the runtime writes them, an address. */
const DATA =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|AM|PM|at)\b|\S+@\S+\.(?:example|invalid)|\bt-[0-9a-f]{12}\b|\bsomeone\b|CSV|NDJSON|UTC/g;

test.use({ locale: "en-XA" });

test("every word of every page stands in the dictionary, those for screen readers and tabs too", async ({ page }) => {
  test.setTimeout(120_000);
  const { at, slug, person } = await ownTenant("owner");
  await page.goto(urlOf(slug, "/sign-in"));
  expect(await strangers(page)).toEqual([]);
  await page.locator("input[type=email]").fill(person.email);
  await page.locator("input[type=password]").fill("not it at all");
  await page.getByRole("button").last().click();
  await expect(page.getByRole("alert").filter({ hasText: "⟦" })).toBeVisible();
  expect(await strangers(page)).toEqual([]);

  await page.locator("input[type=password]").fill("correct horse battery");
  await page.locator("main form button").last().click();
  await expect(page.locator("nav").first()).toBeVisible();
  expect(await strangers(page)).toEqual([]);

  await page.getByRole("button", { name: "sample" }).click();
  await expect(page.getByRole("table", { name: /Latest/ })).toBeVisible();
  const wall = await createWall(at, { name: "1", board: "both", names: "full", days: 30 });
  const link = `/wall?link=${linkOf(at.tenant.id, wall.id)}`;
  const [spin, spinner, someone] = await Promise.all(
    ["spins", "spinners", "people"].map((kind) => firstOf(page, kind)),
  );
  const pages = [
    ...["/", "/?range=all", "/spin", "/spins", "/spins/import", "/spinners", "/people", "/account", "/search?q=a"],
    ...["/settings/keys", "/settings/walls", "/settings/workspace", `/settings/walls/${wall.id}`, link, "/nothing"],
    ...[spin, spinner, someone].flatMap((path) => path ?? []),
  ];
  for (const path of pages) {
    await page.goto(urlOf(slug, path));
    expect(await strangers(page), path).toEqual([]);
  }
});

test("so does every word of the apex, but for what the API's document says itself", async ({ page }) => {
  for (const path of ["/", "/docs/architectures", "/nothing"]) {
    await page.goto(urlOf("", path));
    expect(await strangers(page), path).toEqual([]);
  }
});

async function firstOf(page: Page, kind: string): Promise<string | undefined> {
  const href = await page.locator(`main a[href^="/${kind}/"]`).first().getAttribute("href");
  return href ?? undefined;
}

/** What is read on a page, or heard of it, that is in no brackets and no data either. */
async function strangers(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest("script, style, noscript, code, pre")) continue;
      found.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
    }
    return found;
  });
  return texts
    .map((text) => outside(text).replace(NAMES, "").replace(DATA, ""))
    .filter((text) => /\p{L}{2}/u.test(text));
}

/** A text without what stands in brackets, nested ones too. */
function outside(text: string): string {
  const shorter = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return shorter === text ? text : outside(shorter);
}
