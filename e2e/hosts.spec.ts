import { expect, test } from "@playwright/test";
import { ask, hostOf } from "./fixtures/ask";

const IBM = () => hostOf("ibm");
const status = async (host: string, path = "/", headers: Record<string, string> = {}) =>
  (await ask(host, path, { headers })).status;

test("each host is its own surface", async () => {
  expect((await ask(hostOf(""), "/")).text).toContain("Enterprise Fidget Spinner Tracker");
  expect((await ask(hostOf("www"), "/")).text).toContain("Enterprise Fidget Spinner Tracker");
  expect((await ask(hostOf("admin"), "/")).text).toContain("Operator’s console");
  expect((await ask(IBM(), "/sign-in")).text).toContain("IBM");
  expect((await ask("IBM.LocalHost:1234", "/sign-in")).text).toContain("IBM");
});

test("a label that is nobody's, reserved, too deep, punycode or too long is 404, and no landing page", async () => {
  for (const label of ["nobody", "api", "mail", "static", "status", "ibm.vinta", "xn--ibm-xyz", "a".repeat(64)]) {
    const answer = await ask(hostOf(label), "/");
    expect(answer.status, label).toBe(404);
    expect(answer.text).not.toContain("how long your company");
  }
  expect(await status(IBM(), "/sign-in")).toBe(200);
});

test("another domain or an address is 421", async () => {
  for (const host of [
    "ibm.evil.com",
    `${IBM().split(":")[0]}.evil.com`,
    "127.0.0.1",
    `127.0.0.1:${process.env.PORT}`,
    "[::1]",
  ]) {
    expect(await status(host), host).toBe(421);
  }
});

test("a host that is none is 400", async () => {
  for (const host of ["ibm.localhost.", "ibm_x.localhost", "ibm localhost", "ibm/vinta.localhost", "ibm.localhost:x"]) {
    expect(await status(host), host).toBe(400);
  }
});

test("what a client says about hosts, tenants and Next's insides has no effect", async () => {
  const vinta = hostOf("vinta");
  const said: Record<string, string>[] = [
    { "X-Forwarded-Host": vinta },
    { Forwarded: `host=${vinta}` },
    { "X-Tenant": "vinta", "X-Tenant-Id": "vinta" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    {
      "x-middleware-rewrite": "/vinta/sign-in",
      "x-invoke-path": "/vinta",
      "x-matched-path": "/vinta",
      "x-nextjs-data": "1",
    },
    { "x-now-route-matches": "1=vinta", "x-spinner-relay": "guess" },
  ];
  for (const headers of said) {
    for (const query of ["", "?tenant=vinta", "?nxtPtenant=vinta"]) {
      const { text } = await ask(IBM(), `/sign-in${query}`, { headers });
      expect(text).toContain("IBM");
      expect(text).not.toContain("Vinta");
    }
  }
  expect((await ask(hostOf(""), "/", { headers: { "X-Forwarded-Host": IBM() } })).text).not.toContain("IBM");
});

test("a tenant's name in a path leads nowhere, in whatever form", async () => {
  const paths = [
    "/ibm",
    "/ibm/spinners",
    "/vinta",
    "/vinta/sign-in",
    "/VINTA",
    "/%76inta/sign-in",
    "/vinta%2Fsign-in",
    "/./vinta/sign-in",
    "/x/../vinta/sign-in",
    "/vinta/spinners/x.png",
    "/vinta.rsc",
    "/vinta/sign-in.rsc",
    "/vinta.segments/_tree.segment.rsc",
    "/www",
    "/operator",
    "/favicon.ico",
    "/[tenant]/sign-in",
  ];
  for (const host of [IBM(), hostOf("")]) {
    for (const path of paths) {
      const answer = await ask(host, path);
      expect([400, 404], `${host}${path} ${answer.status}`).toContain(answer.status);
      expect(answer.text).not.toContain("Vinta");
    }
  }
});

test("the image optimiser is off; odd paths get an answer of their own", async () => {
  expect(await status(IBM(), "/_next/image?url=%2Fx.png&w=64&q=75")).toBe(404);
  for (const path of ["/%", "/%zz", "/%00", "/a%00b", "//evil.example", "/\\evil.example", "/%5Cevil.example"]) {
    expect(await status(IBM(), path), path).toBe(400);
  }
  expect(await status(IBM(), `/${"x".repeat(20_000)}`)).toBe(414);
  expect(await status(IBM(), "/sign-in")).toBe(200);
});

test("everything on a tenant's host is private, but for assets", async () => {
  for (const path of ["/", "/sign-in", "/nothing", "/api/v1/averages", "/api/v1/openapi.json", "/api/health"]) {
    expect((await ask(IBM(), path)).headers["cache-control"], path).toBe("private, no-store");
  }
  const [asset = ""] = /\/_next\/static\/[^"]+\.css/.exec((await ask(IBM(), "/sign-in")).text) ?? [];
  expect((await ask(IBM(), asset)).headers["cache-control"]).toContain("immutable");
});

test("health and readiness answer on every host", async () => {
  for (const host of [IBM(), hostOf(""), hostOf("admin"), "127.0.0.1", hostOf("nobody")]) {
    expect((await ask(host, "/api/health")).json).toEqual({ status: "ok" });
    expect((await ask(host, "/api/ready")).json).toEqual({ status: "ready" });
  }
});

test("nothing of ours is in the headers: no framework, no rewritten path", async () => {
  const { headers } = await ask(IBM(), "/sign-in");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(JSON.stringify(headers)).not.toContain("/ibm/");
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});
