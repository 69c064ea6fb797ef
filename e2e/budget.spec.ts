import { gzipSync } from "node:zlib";
import type { Browser, Response } from "@playwright/test";
import { urlOf } from "./fixtures/ask";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

const BUDGET_BYTES = 20_000;

test("the dashboard needs at most 20 kB of JavaScript more than a page without any of its own", async ({ browser }) => {
  const empty = await scriptsOf(browser, "admin");
  const dashboard = await scriptsOf(browser, "ibm");
  expect(empty.files).toBeGreaterThan(0);
  expect(dashboard.files).toBeGreaterThan(0);
  console.log(`scripts, compressed: ${dashboard.bytes} of the dashboard, ${empty.bytes} of an empty page`);
  expect(dashboard.bytes - empty.bytes).toBeLessThanOrEqual(BUDGET_BYTES);
});

/** All scripts that a host's start page loads into a browser that has none yet. */
async function scriptsOf(browser: Browser, slug: string): Promise<{ files: number; bytes: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (slug !== "admin") await signIn(page, slug);
  const state = await context.storageState();
  await context.close();

  const fresh = await browser.newContext({ storageState: state });
  const start = await fresh.newPage();
  const loaded: Response[] = [];
  start.on("response", (response) => {
    if (response.request().resourceType() === "script") loaded.push(response);
  });
  await start.goto(urlOf(slug), { waitUntil: "networkidle" });
  const bodies = await Promise.all(loaded.map((response) => response.body()));
  await fresh.close();
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return { files: bodies.length, bytes };
}
