import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createKey } from "@/lib/api-keys/create";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import type { WebProcess } from "@/lib/cli/web-process";
import { newId } from "@/lib/new-id";
import { device } from "./fixtures/ask";
import { rollupFaults } from "./fixtures/rollup-faults";
import { run } from "./fixtures/run";
import { fill, SOMEONE, SPINNER } from "./fixtures/spinning";
import { newScope } from "./fixtures/tenants";
import { type TwoServers, twoServers } from "./fixtures/two-servers";
import { webOn } from "./fixtures/web-on";

/* A web process that knows nothing of moves, and `spinctl` beside it; a second server, to take down. */

const SPINS = Number(process.env.MOVING_SPINS ?? 20_000);
const PER_SECOND = 200;

vi.setConfig({ testTimeout: 180_000 });

let servers: TwoServers;
let web: WebProcess;

beforeAll(async () => {
  servers = await twoServers();
  web = await webOn(servers.primary);
}, 180_000);

afterAll(async () => {
  await web?.stop();
  await servers?.remove();
});

test("through all three placements under 200 spins/s and a reader: nothing lost, nothing hidden, only 503s", async () => {
  const at = await newScope({ placement: "shared" });
  const before = await fill(at, SPINS);
  const client = device(at.tenant.slug, (await createKey(at, { name: "writer" })).key);
  const traffic = load(client, before.length);

  for (const to of ["schema", "database", "shared"]) {
    await sleep(300);
    const moved = await spinctl(["tenant", "move", at.tenant.slug, "--to", to, "--json"]);
    expect(moved.status, moved.errors).toBe(0);
    const { freeze_ms, rows } = Moved.parse(JSON.parse(moved.output));
    expect(rows).toBeGreaterThan(SPINS);
    console.log(`to ${to}: ${rows} rows, writes waited ${freeze_ms} ms`);
  }
  const { acknowledged, statuses } = await traffic.stop();

  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  const shown = Averages.parse((await client.get("/averages")).json);
  expect(shown.spins).toBe(before.length + acknowledged.length);
  const repeated = await client.post("/spins", { spins: acknowledged.slice(0, 1_000) });
  expect(repeated.json).toMatchObject({ accepted: 0, duplicates: Math.min(1_000, acknowledged.length) });
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("a database whose server is down costs its tenant 503s, nobody else anything, and comes back by itself", async () => {
  const apart = await newScope({ placement: "database", server: "second" });
  const beside = await newScope({ placement: "shared" });
  const [theirs, ours] = await Promise.all(
    [apart, beside].map(async (at) => {
      await fill(at, 10);
      return device(at.tenant.slug, (await createKey(at, { name: "reader" })).key);
    }),
  );
  if (!theirs || !ours) throw new Error("two tenants");
  expect((await theirs.get("/averages")).status).toBe(200);
  const usual = await median(() => ours.get("/averages"));

  const down = await embeddedPostgres(servers.second.dataDir);
  await down.stop();
  const refused = await theirs.get("/averages");
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBeDefined();
  expect(refused.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|t_[0-9a-f]{8}|second/);
  let asking = true;
  const storm = Promise.all(
    Array.from({ length: 10 }, async () => {
      while (asking) expect((await theirs.get("/averages")).status).toBe(503);
    }),
  );
  const meanwhile = await median(() => ours.get("/averages"));
  asking = false;
  await storm;
  const verified = await spinctl(["verify"]);
  expect(verified.status).toBe(1);
  expect(verified.output).toContain(apart.tenant.slug);
  // Ten clients that ask again at once take their share of the processor; waiting for a dead server would take seconds.
  expect(meanwhile).toBeLessThan(usual * 30 + 500);

  await embeddedPostgres(servers.second.dataDir);
  await until(async () => (await theirs.get("/averages")).status === 200);
});

const Moved = z.object({ freeze_ms: z.number(), rows: z.number() });
const Averages = z.object({ spins: z.number() });

interface Spin {
  id: string;
  spinner: string;
  person: string;
  duration_ms: number;
}

/** A writer at a steady pace, and a reader who must be shown all that had been acknowledged before it asked. */
function load(client: ReturnType<typeof device>, before: number) {
  const acknowledged: Spin[] = [];
  const statuses = new Map<number, number>();
  const note = (status: number, retryAfter: unknown) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 503) expect(retryAfter).toBeDefined();
  };
  let running = true;
  const write = async (): Promise<void> => {
    const inFlight: Promise<void>[] = [];
    while (running) {
      const spins = Array.from({ length: PER_SECOND / 20 }, () => ({
        id: newId(),
        spinner: SPINNER,
        person: SOMEONE,
        duration_ms: 7,
      }));
      inFlight.push(
        client.post("/spins", { spins }).then(({ status, headers }) => {
          note(status, headers["retry-after"]);
          if (status === 200) acknowledged.push(...spins);
        }),
      );
      await sleep(50);
    }
    await Promise.all(inFlight);
  };
  const read = async (): Promise<void> => {
    while (running) {
      const known = before + acknowledged.length;
      const { status, headers, json } = await client.get("/averages");
      note(status, headers["retry-after"]);
      if (status === 200) expect(Averages.parse(json).spins).toBeGreaterThanOrEqual(known);
      await sleep(20);
    }
  };
  const both = Promise.all([write(), read()]);
  both.catch(() => {});
  return {
    stop: async () => {
      running = false;
      await both;
      return { acknowledged, statuses };
    },
  };
}

function spinctl(args: string[]) {
  return run(["lib/cli/spinctl.mjs", ...args], { ADMIN_DATABASE_URL: servers.primary.adminUrl });
}

async function median(step: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 31; count++) {
    const started = performance.now();
    await step();
    times.push(performance.now() - started);
  }
  return times.toSorted((one, other) => one - other)[15] ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}
