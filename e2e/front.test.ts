import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { front } from "@/lib/http/front";
import { requestContext } from "@/lib/http/request-context";
import { ask } from "./fixtures/ask";

/* Which process answers for which host: the server of the tenants, and behind it the operator's console. */

const Address = z.object({ port: z.number() });
const settings = { rootDomain: "spinner.test", trustProxy: false, consoleUrl: undefined, isConsole: false };
const servers: Server[] = [];
let console: number;
let tenants: number;

beforeAll(async () => {
  console = await serve(front(telling("console"), { ...settings, isConsole: true, trustProxy: true }));
  const consoleUrl = `http://127.0.0.1:${console}`;
  tenants = await serve(front(telling("tenants"), { ...settings, consoleUrl }));
});

afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return Address.parse(server.address()).port;
}

/** Says who answers, and what it was asked. */
function telling(who: string): RequestListener {
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method, url, headers } = request;
    response.writeHead(200, { "Set-Cookie": ["a=1", "b=2"], "X-Who": who });
    const { address, secure } = requestContext();
    response.end(
      JSON.stringify({ who, method, url, headers, address, secure, body: Buffer.concat(chunks).toString() }),
    );
  };
}

function asked(port: number, host: string, path = "/", more: Parameters<typeof ask>[2] = {}) {
  process.env.PORT = String(port);
  return ask(host, path, more);
}

test("what is for the operator's host is passed on whole, with whom it is from", async () => {
  const answer = await asked(tenants, "admin.spinner.test", "/log?x=1", {
    method: "POST",
    headers: { Origin: "http://admin.spinner.test", "X-Forwarded-For": "192.0.2.1", Cookie: "spinner.operator=t" },
    body: "a form",
  });
  expect(answer.json).toMatchObject({ who: "console", method: "POST", url: "/log?x=1", body: "a form" });
  expect(answer.json).toMatchObject({ headers: { host: "admin.spinner.test", cookie: "spinner.operator=t" } });
  expect(answer.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  expect((await asked(tenants, "ibm.spinner.test")).headers["x-who"]).toBe("tenants");
});

test("the console hears from where a request is, and whether it is encrypted, as the server of the tenants knows it", async () => {
  const said = { "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https" };
  const consoleUrl = `http://127.0.0.1:${console}`;
  const proxied = await serve(front(telling("tenants"), { ...settings, consoleUrl, trustProxy: true }));
  const [heard, guessed] = [
    await asked(proxied, "admin.spinner.test", "/", { headers: said }),
    await asked(tenants, "admin.spinner.test", "/", { headers: said }),
  ];
  expect(heard.json).toMatchObject({ who: "console", address: "192.0.2.7", secure: true });
  expect(guessed.json).toMatchObject({ who: "console", address: "127.0.0.1", secure: false });
});

test("the console answers for its own host and no other", async () => {
  expect((await asked(console, "admin.spinner.test")).headers["x-who"]).toBe("console");
  for (const [host, status] of [
    ["ibm.spinner.test", 404],
    ["spinner.test", 404],
    ["www.spinner.test", 404],
    ["admin.elsewhere.test", 421],
    ["x.admin.spinner.test", 404],
  ] as const) {
    const answer = await asked(console, host);
    expect([host, answer.status, answer.headers["x-who"]]).toEqual([host, status, undefined]);
  }
});

test("a server of tenants without a console, or with one that is down, says so", async () => {
  const alone = await serve(front(telling("alone"), settings));
  expect((await asked(alone, "admin.spinner.test")).status).toBe(404);
  const bereft = await serve(front(telling("bereft"), { ...settings, consoleUrl: "http://127.0.0.1:9" }));
  const answer = await asked(bereft, "admin.spinner.test");
  expect([answer.status, answer.headers["x-who"]]).toEqual([503, undefined]);
  expect(answer.text).not.toContain("127.0.0.1");
  for (const port of [alone, bereft]) expect((await asked(port, "ibm.spinner.test")).status).toBe(200);
});

test("a form for the console from another site goes no further", async () => {
  const headers = { Origin: "http://ibm.spinner.test" };
  expect((await asked(tenants, "admin.spinner.test", "/sign-in", { method: "POST", headers })).status).toBe(403);
});
