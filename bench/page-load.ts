import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { probe } from "./page-probe";
import { countTraffic, type Traffic } from "./page-traffic";

const SCREEN = { viewport: { width: 1440, height: 900 }, locale: "en-GB" };
const QUIET_MS = 3_000;
const PATIENCE_MS = 30_000;

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

export interface Target {
  url: string;
  /** Selects the first figure of the page, or whatever it is there for. */
  figure: string;
  session: Session;
}

/** What one load took: bytes, counts, and times in ms since the navigation began. */
export interface Load {
  scriptWire: number;
  scriptRaw: number;
  wire: number;
  requests: number;
  /** Of these, for pages that nobody has asked for yet. */
  ahead: number;
  firstPaint: number;
  largestPaint: number;
  figure: number;
  interactive: number;
  blocked: number;
  shift: number;
}

/** What a browser keeps of having signed in. */
export async function openSession(browser: Browser, signIn: (page: Page) => Promise<void>): Promise<Session> {
  const context = await browser.newContext(SCREEN);
  await signIn(await context.newPage());
  const session = await context.storageState();
  await context.close();
  return session;
}

/**
 * Loads a page in a browser that has the session and nothing else, until for three seconds no request was made or
 * answered and no task was long. Throws when that does not come, or the page is not the one that was wanted.
 */
export async function loadPage(browser: Browser, { url, figure, session }: Target): Promise<Load> {
  const context = await browser.newContext({ ...SCREEN, storageState: session });
  try {
    const page = await context.newPage();
    const traffic = await countTraffic(await context.newCDPSession(page));
    await page.addInitScript(probe, figure);
    await page.goto(url);
    await quiet(page, traffic);
    if (page.url() !== url) throw new Error(`${url} led to ${page.url()}`);
    const { scriptWire, scriptRaw, wire, requests, ahead } = traffic();
    return { scriptWire, scriptRaw, wire, requests, ahead, ...(await timesOf(page)) };
  } finally {
    await context.close();
  }
}

async function quiet(page: Page, traffic: () => Traffic): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const sinceTask = await page.evaluate(() => performance.now() - (window.seen.tasks.at(-1)?.to ?? 0));
    const { open, lastAt } = traffic();
    const silent = Math.min(sinceTask, open > 0 ? 0 : performance.now() - lastAt);
    if (silent >= QUIET_MS) return;
    await sleep(QUIET_MS - silent + 50);
  }
  throw new Error(`${page.url()} does not come to rest`);
}

/**
 * To interactive: the end of the last long task before the quiet, but not before the first paint or the end of
 * DOMContentLoaded. Blocked: what tasks after the first paint took above 50 ms each.
 */
async function timesOf(page: Page) {
  const { seen, firstPaint, parsed } = await page.evaluate(() => ({
    seen: window.seen,
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    parsed: performance.getEntriesByType("navigation").map((entry) => entry.toJSON().domContentLoadedEventEnd)[0] ?? 0,
  }));
  if (seen.figure === 0) throw new Error(`${page.url()} shows no figure`);
  const late = seen.tasks.filter(({ to }) => to > firstPaint);
  return {
    firstPaint,
    largestPaint: seen.largest,
    figure: seen.figure,
    interactive: Math.max(firstPaint, parsed, ...late.map(({ to }) => to)),
    blocked: late.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, firstPaint) - 50), 0),
    shift: seen.shift,
  };
}
