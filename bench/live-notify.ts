import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { adopt, ownServer } from "@/e2e/fixtures/own-server";
import { OPERATOR } from "@/e2e/fixtures/tenants";
import { listen } from "@/lib/db/listen";
import { closePools } from "@/lib/db/servers";
import type { TenantDb } from "@/lib/db/tenant-db";
import { agenda } from "@/lib/live/announce";
import { CHANNEL, encodeSignals } from "@/lib/live/signal";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { TenantScope } from "@/lib/tenancy/scope";
import { bigTenant } from "./big-tenant";
import { median, report } from "./ratio";

const WRITERS = 8;
const ROUNDS = 5;
const ROUND_MS = 2_000;

/** A scope whose changes notify in their own transaction, in the same flight. */
class NotifyingScope extends TenantScope {
  override write<T>(body: (db: TenantDb) => Promise<T>): Promise<T> {
    return super.write(async (db) => {
      const [payload] = encodeSignals([{ tenantId: this.tenant.id, count: 1, ids: [newId()] }]);
      const [result] = await Promise.all([body(db), db.execute(sql`SELECT pg_notify(${CHANNEL}, ${payload})`)]);
      return result;
    });
  }
}

/** Single-spin requests a second of eight writers in eight tenants: untold, told in beats, told by each transaction. */
export async function notifying(): Promise<void> {
  const server = await ownServer();
  adopt(server);
  const deafen = listen(CHANNEL, { notified: () => {}, listening: () => {} });
  try {
    const scopes = await Promise.all(Array.from({ length: WRITERS }, () => bigTenant(server.adminUrl, 1_000)));
    const inside = scopes.map(({ tenant }) => new NotifyingScope(tenant, OPERATOR));
    const tasks = {
      untold: () => rate(scopes, true),
      beats: () => rate(scopes, false),
      each: () => rate(inside, true),
    };
    const seen = { untold: [] as number[], beats: [] as number[], each: [] as number[] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const name of ["untold", "beats", "each"] as const) {
        const each = await tasks[name]();
        if (round >= 0) seen[name].push(each);
      }
    }
    const [untold, beats, each] = [median(seen.untold), median(seen.beats), median(seen.each)];
    const rates = (one: number) => `${Math.round(one)} / ${Math.round(untold)} spins/s`;
    report("single spins of 8 writers, told in beats / untold", beats / untold, "≥ 0.95", rates(beats));
    report("single spins of 8 writers, NOTIFY in each / untold", each / untold, "–", rates(each));
  } finally {
    deafen();
    // What is left is folded in the background; then nobody needs the server.
    await sleep(500);
    closePools();
    await server.remove();
  }
}

async function rate(scopes: TenantScope[], muted: boolean): Promise<number> {
  mute(muted);
  const started = performance.now();
  let stored = 0;
  await Promise.all(
    scopes.map(async (at) => {
      while (performance.now() - started < ROUND_MS) {
        await recordSpins(at, { spins: [{ spinner: "First", person: "owner@bench.example", duration_ms: 1_000 }] });
        stored++;
      }
    }),
  );
  return (stored * 1_000) / (performance.now() - started);
}

/** With a beat that never comes nothing is told. */
function mute(muted: boolean): void {
  const { timer, signals } = agenda();
  clearTimeout(timer);
  signals.clear();
  agenda().timer = muted ? setTimeout(() => {}, 0) : undefined;
}
