import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey } from "@/lib/api-keys/create";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import type { WebProcess } from "@/lib/cli/web-process";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { ask, device, hostOf } from "./fixtures/ask";
import { adopt, type OwnServer, ownServer } from "./fixtures/own-server";
import { openStream } from "./fixtures/streams";
import { newScope } from "./fixtures/tenants";
import { webOn } from "./fixtures/web-on";

/* A PostgreSQL and a web process of its own, to stop the one and watch the other. */

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

test("open streams outlive a restart of PostgreSQL, and end at once at SIGTERM", async () => {
  const at = await newScope();
  const { key } = await createKey(at, { name: "reader", scope: "read" });
  const { status, listener } = await openStream(at.tenant.slug, { Authorization: `Bearer ${key}` });
  expect(status).toBe(200);
  await until(() => listener.events.length > 0);
  const known = listener.events.length;
  const database = await embeddedPostgres(server.dataDir);
  await database.stop();
  await embeddedPostgres(server.dataDir);
  await until(() => listener.events.length > known);
  expect(listener.ended).toBe(false);

  const stopped = performance.now();
  await web.stop();
  expect(performance.now() - stopped).toBeLessThan(3_000);
  await until(() => listener.ended);
}, 60_000);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((wake) => setTimeout(wake, 20));
}
