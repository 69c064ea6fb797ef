import { setTimeout as sleep } from "node:timers/promises";
import { createKey } from "@/lib/api-keys/create";
import type { WebProcess } from "@/lib/cli/web-process";
import { connectAsAdmin } from "@/lib/db/admin";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { device } from "../fixtures/ask";
import { adopt, type OwnServer, ownServer } from "../fixtures/own-server";
import { rollupFaults } from "../fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "../fixtures/tenants";
import { webOn } from "../fixtures/web-on";
import { killPostgres, killWeb } from "./kill";
import { type Seen, Writers } from "./writers";

export interface LossOptions {
  /** It goes on until all of these are reached. */
  seconds?: number;
  kills?: number;
  spins?: number;
  /** What is killed in turn. */
  victims?: readonly ("postgres" | "web")[];
  writers?: number;
  /** Lets PostgreSQL acknowledge before it is on disk: then spins must get lost, and be found to be. */
  sabotage?: boolean;
  tell?: (line: string) => void;
}

interface Kills {
  postgres: number;
  web: number;
  /** How often the web process died of PostgreSQL's end. */
  webAlong: number;
}

export interface LossReport {
  kills: Kills;
  acknowledged: number;
  stored: number;
  /** Acknowledged and not there. */
  lost: string[];
  /** There, and never sent. */
  strange: string[];
  /** Figures that are not what the spins add up to. */
  rollupFaults: unknown[];
  statuses: Record<string, number>;
  rude: number;
  longestMs: number;
}

const NAMES = {
  spinners: ["Comet", "Ninja", "PokeSpinner"],
  people: ["a@test.example", "b@test.example", "c@test.example", "d@test.example"],
};

/**
 * Writes spins through HTTP while PostgreSQL and the web process are killed again and again, and compares at the end:
 * what was acknowledged with what is stored, and the rollups with the spins. A PostgreSQL and a web process of its own.
 */
export async function checkLoss(options: LossOptions): Promise<LossReport> {
  const server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  let web: WebProcess | undefined;
  try {
    web = await webOn(server);
    const at = await newScope();
    for (const name of NAMES.spinners) await addSpinner(at, name);
    for (const email of NAMES.people) await addPerson(at, email);
    const { key } = await createKey(at, { name: "writer" });
    if (options.sabotage) await sabotage(server);
    const writers = new Writers(device(at.tenant.slug, key), NAMES, options.writers ?? 6);
    const kills = await killInTurn(server, web, writers.seen, options);
    const seen = await writers.stop();
    return { kills, ...(await compare(server, at.tenant.id, seen)) };
  } finally {
    closePools();
    await web?.stop();
    await server.remove();
  }
}

async function killInTurn(
  server: OwnServer,
  web: WebProcess,
  seen: Seen,
  { seconds = 0, kills = 0, spins = 0, victims = ["postgres", "web"], tell = () => {} }: LossOptions,
): Promise<Kills> {
  const done: Kills = { postgres: 0, web: 0, webAlong: 0 };
  const end = Date.now() + seconds * 1_000;
  for (let kill = 0; kill < kills || Date.now() < end || seen.acknowledged.size < spins; kill++) {
    const before = seen.acknowledged.size;
    const share = Math.max(200, Math.ceil((spins - before) / Math.max(1, kills - kill)));
    while (seen.acknowledged.size < before + share) await sleep(20);
    await sleep(Math.random() * 200);
    const victim = victims[kill % victims.length] ?? "postgres";
    const { pid } = web;
    if (victim === "postgres") await killPostgres(server.dataDir);
    else killWeb(web);
    done[victim]++;
    if (victim === "postgres" && web.pid !== pid) done.webAlong++;
    tell(`${done.postgres + done.web} kills, ${seen.acknowledged.size} spins acknowledged`);
  }
  const before = seen.acknowledged.size;
  while (seen.acknowledged.size < before + 200) await sleep(20);
  return done;
}

async function compare(server: OwnServer, tenantId: string, seen: Seen): Promise<Omit<LossReport, "kills">> {
  const admin = connectAsAdmin(server.adminUrl);
  const rows = await admin<{ id: string }[]>`SELECT id FROM shared.spins WHERE tenant_id = ${tenantId}`;
  await admin.end();
  const stored = new Set(rows.map(({ id }) => id));
  return {
    acknowledged: seen.acknowledged.size,
    stored: rows.length,
    lost: [...seen.acknowledged].filter((id) => !stored.has(id)),
    strange: [...stored].filter((id) => !seen.sent.has(id)),
    rollupFaults: await rollupFaults(tenantId),
    statuses: Object.fromEntries(seen.statuses),
    rude: seen.rude,
    longestMs: Math.round(seen.longestMs),
  };
}

async function sabotage(server: OwnServer): Promise<void> {
  const admin = connectAsAdmin(server.adminUrl);
  await admin.unsafe("ALTER SYSTEM SET synchronous_commit = off");
  await admin.unsafe("ALTER SYSTEM SET wal_writer_delay = '10s'");
  await admin.unsafe("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
  await admin.unsafe("SELECT pg_reload_conf()");
  // What came before is meant to stay.
  await admin.unsafe("CHECKPOINT");
  await admin.end();
}
