import autocannon from "autocannon";
import { hostOf } from "@/e2e/fixtures/ask";
import type { TenantScope } from "@/lib/tenancy/scope";
import { bigTenant } from "./big-tenant";
import { median, report } from "./ratio";
import { cookieOf, served } from "./served";

const ROUNDS = 3;
const SECONDS = 6;
/** Spins of the larger tenant. */
const ROWS = Number(process.env.DASHBOARD_ROWS ?? 1_000_000);

/** Requests per second of a signed-in dashboard, as a share of an empty signed-in page of the same build. */
export async function dashboard(): Promise<void> {
  await served(async ({ server }) => {
    const big = await bigTenant(server.adminUrl, ROWS);
    const small = await bigTenant(server.adminUrl, 10_000);
    const port = Number(process.env.PORT);
    const [ofBig, ofSmall] = [await cookieOf(big, server.authSecret), await cookieOf(small, server.authSecret)];
    const rates = await ratesInTurns({
      empty: () => rate(port, big, "/empty", ofBig),
      bare: () => rate(port, big, "/_next/empty", ofBig),
      million: () => rate(port, big, "/", ofBig),
      thousands: () => rate(port, small, "/", ofSmall),
    });
    const shares = (name: keyof typeof rates) => `${rates[name].toFixed(0)} requests/s`;
    report(
      `dashboard of ${ROWS.toLocaleString("en")} spins / empty signed-in page`,
      rates.million / rates.empty,
      "≥ 0.6",
      shares("million"),
    );
    report("dashboard of 10,000 spins / empty signed-in page", rates.thousands / rates.empty, "–", shares("thousands"));
    report(
      `dashboard of 10,000 spins / of ${ROWS.toLocaleString("en")}`,
      rates.thousands / rates.million,
      "≤ 1.2",
      `empty: ${shares("empty")}`,
    );
    report(
      `dashboard of ${ROWS.toLocaleString("en")} / empty page without middleware`,
      rates.million / rates.bare,
      "–",
      shares("bare"),
    );
  });
}

async function rate(port: number, at: TenantScope, path: string, cookie: string): Promise<number> {
  const headers = { host: hostOf(at.tenant.slug), cookie };
  const options = { url: `http://127.0.0.1:${port}${path}`, headers, connections: 8 };
  const { requests, non2xx } = await autocannon({ ...options, duration: SECONDS });
  if (non2xx > 0) throw new Error(`${path} answered ${non2xx} times with another status than 200`);
  return requests.average;
}

async function ratesInTurns<K extends string>(tasks: Record<K, () => Promise<number>>): Promise<Record<K, number>> {
  const names = Object.keys(tasks) as K[];
  const seen = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of names) {
      const each = await tasks[name]();
      if (round >= 0) seen.get(name)?.push(each);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<K, number>;
}
