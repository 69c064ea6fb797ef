import { spawn } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey } from "@/lib/api-keys/create";
import { freePort } from "@/lib/cli/free-port";
import { WebProcess, waitUntilReady } from "@/lib/cli/web-process";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { createTenant } from "@/lib/tenants/create";
import { ask } from "./fixtures/ask";
import { sendForm } from "./fixtures/form";
import { adopt, type OwnServer, ownServer } from "./fixtures/own-server";
import { run } from "./fixtures/run";
import { addPerson, addSpinner, newScope, PASSWORD } from "./fixtures/tenants";
import { TEST_BUILD } from "./setup/build";

/* How the server and the demo start, refuse to, and end. */

const SERVE = ["--import", "tsx", "lib/http/serve.ts"];
let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
}, 180_000);

afterAll(async () => {
  closePools();
  await server.remove();
});

test("the server refuses a role that sees past row security, and says which one it wants", async () => {
  const ran = await run(SERVE, {
    DATABASE_URL: server.adminUrl,
    AUTH_SECRET: server.authSecret,
    BUILD_DIR: TEST_BUILD,
  });
  expect(ran.status).toBe(1);
  expect(ran.errors).toMatch(/role_too_strong.*"postgres".*spinner_app.*spinctl roles/s);
  expect(ran.errors).not.toContain(new URL(server.adminUrl).password);
});

test("the server names every wrong setting at once, and repeats no value", async () => {
  const ran = await run(SERVE, { DATABASE_URL: "", AUTH_SECRET: "too-short", PORT: "-1", TRUST_PROXY: "perhaps" });
  expect(ran.status).toBe(1);
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "PORT", "TRUST_PROXY"]) expect(ran.errors).toContain(name);
  expect(ran.errors).not.toMatch(/too-short|perhaps/);
});

test("the demo does not mix its companies with real ones", async () => {
  await createTenant({ slug: "real-company", name: "Real" });
  const ran = await run(["--import", "tsx", "lib/cli/demo.ts"], {
    ADMIN_DATABASE_URL: server.adminUrl,
    DATA_DIR: server.dataDir,
  });
  expect([ran.status, ran.errors]).toEqual([2, expect.stringContaining("tenants_real")]);
}, 60_000);

test("behind a proxy that speaks TLS, its word counts, and cookies are __Host- and Secure", async () => {
  const port = await freePort();
  const env = {
    PORT: String(port),
    ROOT_DOMAIN: "spinnertracking.test",
    TRUST_PROXY: "1",
    BUILD_DIR: TEST_BUILD,
    DATABASE_URL: server.databaseUrl,
    AUTH_SECRET: server.authSecret,
  };
  const web = new WebProcess({ logFile: join(server.dataDir, "proxied.log"), env });
  await waitUntilReady(`http://127.0.0.1:${port}/api/ready`, () => web.refused);
  process.env.PORT = String(port);
  const at = await newScope();
  await addPerson(at);
  const host = `${at.tenant.slug}.spinnertracking.test`;
  const headers = {
    "X-Forwarded-Host": host,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "192.0.2.7",
    Origin: `https://${host}`,
  };
  const fields = { email: "someone@test.example", password: PASSWORD };
  const answer = await sendForm("internal:8080", "/sign-in", { fields, headers });
  const session = answer.headers["set-cookie"]?.find((cookie) => cookie.startsWith("__Host-spinner.session="));
  expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
  expect(session).toMatch(/Secure/);
  expect(session).toMatch(/HttpOnly/);
  const cookie = session?.split(";", 1)[0] ?? "";
  const page = await ask("internal:8080", "/", { headers: { ...headers, cookie } });
  expect([page.status, page.text.includes("Overall average")]).toEqual([200, true]);
  expect((await ask("internal:8080", "/", { headers: { cookie } })).status).toBe(421);
  await web.stop();
}, 60_000);

test("SIGTERM closes the port first, and a request in flight is answered", async () => {
  const port = await freePort();
  const env = {
    PORT: String(port),
    ROOT_DOMAIN: `localhost:${port}`,
    BUILD_DIR: TEST_BUILD,
    DATABASE_URL: server.databaseUrl,
    AUTH_SECRET: server.authSecret,
  };
  const web = new WebProcess({ logFile: join(server.dataDir, "web.log"), env });
  await waitUntilReady(`http://127.0.0.1:${port}/api/ready`, () => web.refused);
  process.env.PORT = String(port);
  const at = await newScope();
  await addPerson(at);
  await addSpinner(at, "PokeSpinner");
  const { key } = await createKey(at, { name: "slow" });
  const host = `${at.tenant.slug}.localhost:${port}`;

  const body = JSON.stringify({ spins: [{ spinner: "PokeSpinner", person: "someone@test.example", duration_ms: 1 }] });
  const socket = connect(port, "127.0.0.1");
  const answered = text(socket);
  const head = [
    "POST /api/v1/spins HTTP/1.1",
    `Host: ${host}`,
    `Authorization: Bearer ${key}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
    "",
    "",
  ];
  await new Promise<void>((sent) => socket.write(head.join("\r\n") + body.slice(0, -1), () => sent()));
  // Answered after the above was read, as one thread reads both.
  expect((await ask(host, "/api/ready")).status).toBe(200);

  const stopped = web.stop();
  await expect
    .poll(() => ask(host, "/api/health").catch((error: { code?: string }) => error.code))
    .toBe("ECONNREFUSED");
  socket.write(body.slice(-1));
  expect(await answered).toMatch(/^HTTP\/1.1 200 [\s\S]*"accepted":1/);
  await stopped;
}, 60_000);

test("a web process ends with the process that started it", async () => {
  const port = await freePort();
  const script = `
    const { WebProcess, waitUntilReady } = await import("./lib/cli/web-process.ts");
    const web = new WebProcess({ logFile: ${JSON.stringify(join(server.dataDir, "orphan.log"))}, env: {} });
    await waitUntilReady("http://127.0.0.1:${port}/api/ready", () => web.refused);
    process.stdout.write(String(web.pid));
    process.kill(process.pid, "SIGKILL");`;
  const env = {
    ...process.env,
    PORT: String(port),
    ROOT_DOMAIN: `localhost:${port}`,
    BUILD_DIR: TEST_BUILD,
    DATABASE_URL: server.databaseUrl,
    AUTH_SECRET: server.authSecret,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { env });
  const pid = await new Promise<number>((known) => child.stdout.once("data", (chunk: Buffer) => known(Number(chunk))));
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
}, 60_000);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
