import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey } from "@/lib/api-keys/create";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import type { WebProcess } from "@/lib/cli/web-process";
import { connectAsAdmin } from "@/lib/db/admin";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { newId } from "@/lib/new-id";
import { ask, device, hostOf } from "./fixtures/ask";
import { adopt, type OwnServer, ownServer } from "./fixtures/own-server";
import { rollupFaults } from "./fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "./fixtures/tenants";
import { webOn } from "./fixtures/web-on";

/* A PostgreSQL and a web process of its own, to kill the one and watch the other. */

const KILLS = 3;
const WRITERS = 6;
const LONGEST_WAIT_MS = 10_000;

let server: OwnServer;
let web: WebProcess;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  web = await webOn(server);
}, 180_000);

afterAll(async () => {
  closePools();
  await web?.stop();
  await server?.remove();
});

test("PostgreSQL killed under load costs 503s and nothing else", async () => {
  const at = await newScope();
  await addPerson(at);
  await addSpinner(at, "PokeSpinner");
  const { key } = await createKey(at, { name: "writer" });
  const client = device(at.tenant.slug, key);
  const pid = web.pid;

  const acknowledged = new Set<string>();
  const statuses = new Map<number, number>();
  let longestMs = 0;
  let running = true;
  const writers = Array.from({ length: WRITERS }, async () => {
    while (running) {
      const spins = Array.from({ length: 20 }, () => ({
        id: newId(),
        spinner: "PokeSpinner",
        person: "someone@test.example",
        duration_ms: 1,
      }));
      const started = performance.now();
      const { status, headers } = await client.post("/spins", { spins });
      longestMs = Math.max(longestMs, performance.now() - started);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200) for (const { id } of spins) acknowledged.add(id);
      else expect(headers["retry-after"]).toBeDefined();
    }
  });

  for (let kill = 0; kill < KILLS; kill++) {
    const before = acknowledged.size;
    await until(() => acknowledged.size > before + 200);
    process.kill(
      Number(readFileSync(join(server.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n", 1)[0]),
      "SIGKILL",
    );
    await new Promise((wake) => setTimeout(wake, 300));
    await embeddedPostgres(server.dataDir);
  }
  const before = acknowledged.size;
  await until(() => acknowledged.size > before + 200);
  running = false;
  await Promise.all(writers);

  expect(web.pid).toBe(pid);
  expect([...statuses.keys()].toSorted()).toEqual([200, 503]);
  expect(longestMs).toBeLessThan(LONGEST_WAIT_MS);
  const admin = connectAsAdmin(server.adminUrl);
  const stored = new Set(
    (await admin`SELECT id FROM shared.spins WHERE tenant_id = ${at.tenant.id}`).map((row) => String(row.id)),
  );
  await admin.end();
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
}, 120_000);

test("with PostgreSQL down, the process is alive, not ready, and says nothing about where its database is", async () => {
  const at = await newScope();
  const { key } = await createKey(at, { name: "reader", scope: "read" });
  const client = device(at.tenant.slug, key);
  expect((await client.get("/averages")).status).toBe(200);
  const down = await embeddedPostgres(server.dataDir);
  await down.stop();

  const host = hostOf(at.tenant.slug);
  // Who the tenants are is believed for a second; then a page has to ask.
  await until(async () => (await ask(host, "/sign-in")).status === 503);
  const answers = await Promise.all([
    client.get("/averages"),
    ask(host, "/api/ready"),
    ask(host, "/sign-in"),
    ask(host, "/"),
  ]);
  for (const { status, headers, text } of answers) {
    expect(status).toBe(503);
    expect(headers["retry-after"]).toBeDefined();
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|postgres|SELECT/);
  }
  expect((await ask(host, "/api/health")).status).toBe(200);

  await embeddedPostgres(server.dataDir);
  await until(async () => (await client.get("/averages")).status === 200);
  expect((await ask(host, "/api/ready")).status).toBe(200);
}, 60_000);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((wake) => setTimeout(wake, 20));
}
