import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "@playwright/test";
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
  const empty = await scriptOf(await browser.newContext(), urlOf("", "/nothing"));
  expect(empty).toBeGreaterThan(0);
  for (const [host, path] of WITHOUT_ANY) {
    expect([path, (await scriptOf(await browser.newContext(), urlOf(host, path))) - empty]).toEqual([path, 0]);
  }
  const above: [path: string, bytes: number][] = [];
  for (const path of ["/sign-in", wall])
    above.push([path, (await fresh(browser, undefined, urlOf(slug, path))) - empty]);
  const state = await (await ownerOf(browser, slug)).storageState();
  for (const path of [...PAGES, ...SETTINGS, spinner, person, spin]) {
    above.push([path, (await fresh(browser, state, urlOf(slug, path))) - empty]);
  }
  console.log(`script, compressed, above the ${empty} bytes of an empty page:`);
  for (const [path, bytes] of above) console.log(`${String(bytes).padStart(7)}  ${path}`);
  expect(above.filter(([, bytes]) => bytes > BUDGET_BYTES || bytes < 0)).toEqual([]);
});

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The script of a page in a browser that has loaded nothing yet. */
async function fresh(browser: Browser, storageState: State | undefined, url: string): Promise<number> {
  return scriptOf(await browser.newContext({ ...(storageState && { storageState }) }), url);
}

/** All script that a page loads until nothing comes any more, compressed, in bytes. */
async function scriptOf(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(300);
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  await context.close();
  return bytes;
}
