import type { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { freePort } from "@/lib/cli/free-port";
import { acme, JANUARY, ownerOf } from "./fixtures/acme";
import { urlOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

/*
 * What Lighthouse says of the production build, as of a telephone on a slow line. Its performance depends on the
 * machine at that moment, so the best of a few tries counts; the rest is the same every time.
 */

const PERFORMANCE = 95;
const TRIES = 4;

const AT_THE_APEX = ["/"];
const OF_A_TENANT = [`/?${JANUARY}`];

test.describe.configure({ mode: "serial", timeout: 240_000 });

test("the apex is fast, accessible, well built and easy to find", async ({ playwright }) => {
  await withBrowser(playwright.chromium, async (look) => {
    for (const path of AT_THE_APEX) {
      const { performance, ...others } = await look(urlOf("", path));
      expect([path, others]).toEqual([path, { accessibility: 100, "best-practices": 100, seo: 100 }]);
      expect(performance, path).toBeGreaterThanOrEqual(PERFORMANCE);
    }
  });
});

test("a tenant's pages are fast, accessible and well built, and kept from search engines", async ({
  browser,
  playwright,
}) => {
  const { slug } = await acme();
  const cookies = await (await ownerOf(browser, slug)).cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await withBrowser(playwright.chromium, async (look) => {
    for (const [path, headers] of [
      ["/sign-in", {}],
      ...OF_A_TENANT.map((each) => [each, { Cookie }] as const),
    ] as const) {
      const { performance, seo, ...others } = await look(urlOf(slug, path), headers);
      expect([path, others]).toEqual([path, { accessibility: 100, "best-practices": 100 }]);
      expect(performance, path).toBeGreaterThanOrEqual(PERFORMANCE);
      expect(seo).toBeLessThan(100);
    }
  });
});

type Look = (url: string, headers?: Record<string, string>) => Promise<Record<string, number>>;

/** Runs `body` with a browser that listens for Lighthouse, and nobody else uses. */
async function withBrowser(type: typeof chromium, body: (look: Look) => Promise<void>): Promise<void> {
  const port = await freePort();
  const { launchOptions } = test.info().project.use;
  const browser = await type.launch({ ...launchOptions, args: ["--no-sandbox", `--remote-debugging-port=${port}`] });
  try {
    await body((url, headers = {}) => bestOf(TRIES, () => scores(url, port, headers)));
  } finally {
    await browser.close();
  }
}

/** The scores of the fastest try, the first that is fast enough being the last. */
async function bestOf(tries: number, run: () => Promise<Record<string, number>>): Promise<Record<string, number>> {
  const first = await run();
  if ((first.performance ?? 0) >= PERFORMANCE || tries <= 1) return first;
  const next = await bestOf(tries - 1, run);
  return (next.performance ?? 0) > (first.performance ?? 0) ? next : first;
}

async function scores(
  url: string,
  port: number,
  extraHeaders: Record<string, string>,
): Promise<Record<string, number>> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error", extraHeaders });
  if (!result) throw new Error(`Lighthouse did not come back from ${url}`);
  tell(url, result.lhr);
  return Object.fromEntries(
    Object.entries(result.lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}

function tell(url: string, { categories, audits }: Result): void {
  const written = Object.values(categories).map(({ id, score }) => `${id} ${Math.round((score ?? 0) * 100)}`);
  const times = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  console.log(
    `${new URL(url).pathname}: ${written.join(", ")}; ${times.map((name) => audits[name]?.displayValue).join(", ")}`,
  );
}
