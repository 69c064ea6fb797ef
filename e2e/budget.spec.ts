import { gzipSync } from "node:zlib";
import type { BrowserContext, Page, Response } from "@playwright/test";
import { acme, ownerOf } from "./fixtures/acme";
import { urlOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

const BUDGET_BYTES = 20_000;

/** Pages that are read and no more. */
const WITHOUT_ANY = [
  ["", "/docs/api"],
  ["", "/docs/architectures"],
] as const;

const PAGES = ["/", "/spins", "/spin", "/spins/import", "/spinners", "/people", "/account", "/search?q=o"];
const SETTINGS = ["/settings/keys", "/settings/walls", "/settings/workspace"];

test("no page of a tenant needs more than 20 kB of script above an empty one, and none where it needs none", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { slug, spinner, person, spin, wall } = await acme();
  const visitor = await forgetful(await browser.newContext());
  const empty = await scriptOf(visitor, urlOf("", "/nothing"));
  expect(empty).toBeGreaterThan(0);
  for (const [host, path] of WITHOUT_ANY) {
    expect([path, (await scriptOf(visitor, urlOf(host, path))) - empty]).toEqual([path, 0]);
  }
  const above: [path: string, bytes: number][] = [];
  for (const path of ["/sign-in", wall]) above.push([path, (await scriptOf(visitor, urlOf(slug, path))) - empty]);
  const owner = await forgetful(await ownerOf(browser, slug));
  for (const path of [...PAGES, ...SETTINGS, spinner, person, spin]) {
    above.push([path, (await scriptOf(owner, urlOf(slug, path))) - empty]);
  }
  console.log(`script, compressed, above the ${empty} bytes of an empty page:`);
  for (const [path, bytes] of above) console.log(`${String(bytes).padStart(7)}  ${path}`);
  expect(above.filter(([, bytes]) => bytes > BUDGET_BYTES || bytes < 0)).toEqual([]);
});

/** All script that a page loads in a browser that keeps nothing, compressed, in bytes. */
async function scriptOf(page: Page, url: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  const keep = (response: Response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  };
  page.on("response", keep);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(200);
  page.off("response", keep);
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
}

/** A page of a browser that loads everything anew each time. */
async function forgetful(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send("Network.setCacheDisabled", { cacheDisabled: true });
  return page;
}
