import { loadavg } from "node:os";
import { type Browser, chromium } from "@playwright/test";
import { urlOf } from "@/e2e/fixtures/ask";
import { signInAs } from "@/e2e/fixtures/sign-in";
import { findBrowser } from "@/e2e/setup/browser";
import { bigTenant } from "./big-tenant";
import { otherPage } from "./other-page";
import { type Load, loadPage, openSession, type Target } from "./page-load";
import { median, report } from "./ratio";
import { served } from "./served";

const ROUNDS = Number(process.env.PAGES_ROUNDS ?? 15);
const SPINS = 5_000;
/** Two periods of a dashboard's thirty days, and one more. */
const DAYS = 90;

/** A sandbox needs rights that root in a container does not have; and of what is elsewhere nothing is asked. */
const BROWSER = [
  "--no-sandbox",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
];

/**
 * What a browser that has nothing yet takes to show the dashboard, beside an empty signed-in page of the same build;
 * with `OTHER_URL` and `OTHER_LOGIN` (see `other-page.ts`) beside another product's dashboard too. Medians.
 */
export async function pages(): Promise<void> {
  await served(async ({ server }) => {
    const { slug } = (await bigTenant(server.adminUrl, SPINS, DAYS)).tenant;
    const executablePath = findBrowser();
    const browser = await chromium.launch({ args: BROWSER, ...(executablePath && { executablePath }) });
    try {
      const session = await openSession(browser, (page) => signInAs(page, slug, "owner@bench.example"));
      const empty = { url: urlOf(slug, "/empty"), figure: "main", session };
      const ours = { url: urlOf(slug), figure: ".figure-card dd", session };
      const other = await otherPage(browser);
      const loads = await loadInTurns(browser, other ? { empty, ours, other } : { empty, ours });
      console.log(`Chromium ${browser.version()}, ${ROUNDS} loads of each; load of the machine ${loadavg().map(one)}`);
      tell("dashboard / empty page", loads.ours, loads.empty);
      if (loads.other) tell("dashboard / other's", loads.ours, loads.other);
    } finally {
      await browser.close();
    }
  });
}

type Loads<T> = { empty: T; ours: T; other?: T };

/** Each in its turn, so that what else the machine does falls on all alike; the first round does not count. */
async function loadInTurns(browser: Browser, targets: Loads<Target>): Promise<Loads<Load[]>> {
  const loads: Loads<Load[]> = { empty: [], ours: [], ...(targets.other && { other: [] }) };
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of ["empty", "ours", "other"] as const) {
      const target = targets[name];
      const load = target && (await loadPage(browser, target));
      if (load && round >= 0) loads[name]?.push(load);
    }
  }
  return loads;
}

function tell(what: string, ours: Load[], base: Load[]): void {
  console.log(what);
  const line = (title: string, of: (load: Load) => number, written: (value: number) => string) => {
    const [mine, other] = [median(ours.map(of)), median(base.map(of))];
    report(`  ${title}`, mine === other ? 1 : mine / other, "–", `${written(mine)} / ${written(other)}`);
  };
  line("script, as sent", (load) => load.scriptWire, kb);
  line("script, uncompressed", (load) => load.scriptRaw, kb);
  line("everything, as sent", (load) => load.wire, kb);
  line("requests", (load) => load.requests, String);
  line("… for pages not asked for yet", (load) => load.ahead, String);
  line("first contentful paint", (load) => load.firstPaint, ms);
  line("largest contentful paint", (load) => load.largestPaint, ms);
  line("first figure", (load) => load.figure, ms);
  line("interactive", (load) => load.interactive, ms);
  line("blocked by long tasks", (load) => load.blocked, ms);
  line("layout shift", (load) => load.shift, score);
}

function kb(bytes: number): string {
  return `${one(bytes / 1_000)} kB`;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function score(value: number): string {
  return value.toFixed(3);
}

function one(value: number): string {
  return value.toFixed(1);
}
