import { ask, hostOf } from "./fixtures/ask";
import { demoCompany, otherCompany } from "./fixtures/demo";
import { expect, test } from "./fixtures/test";

const OWN = () => hostOf(demoCompany().slug);
const status = async (host: string, path = "/", headers: Record<string, string> = {}) =>
  (await ask(host, path, { headers })).status;

test("each host is its own surface", async () => {
  expect((await ask(hostOf(""), "/")).text).toContain("Enterprise Fidget Spinner Tracker");
  expect((await ask(hostOf("www"), "/")).text).toContain("Enterprise Fidget Spinner Tracker");
  expect((await ask(hostOf("admin"), "/sign-in")).text).toContain("Operator’s console");
  const { slug, name } = demoCompany();
  expect((await ask(OWN(), "/sign-in")).text).toContain(name);
  expect((await ask(`${slug.toUpperCase()}.LocalHost:1234`, "/sign-in")).text).toContain(name);
});

test("a label that is nobody's, reserved, too deep, punycode or too long is 404, and no landing page", async () => {
  const { slug } = demoCompany();
  const nested = `${slug}.${otherCompany().slug}`;
  for (const label of ["nobody", "api", "mail", "static", "status", nested, `xn--${slug}-xyz`, "a".repeat(64)]) {
    const answer = await ask(hostOf(label), "/");
    expect(answer.status, label).toBe(404);
    expect(answer.text).not.toContain("how long your company");
  }
  expect(await status(OWN(), "/sign-in")).toBe(200);
});

test("another domain or an address is 421", async () => {
  for (const host of [
    `${demoCompany().slug}.evil.com`,
    `${OWN().split(":")[0]}.evil.com`,
    "127.0.0.1",
    `127.0.0.1:${process.env.PORT}`,
    "[::1]",
  ]) {
    expect(await status(host), host).toBe(421);
  }
});

test("a host that is none is 400", async () => {
  const { slug } = demoCompany();
  for (const rest of [".localhost.", "_x.localhost", " localhost", "/vinta.localhost", ".localhost:x"]) {
    const host = slug + rest;
    expect(await status(host), host).toBe(400);
  }
});

test("what a client says about hosts, tenants and Next's insides has no effect", async () => {
  const [own, other] = [demoCompany(), otherCompany()];
  const { slug } = other;
  const host = hostOf(slug);
  const said: Record<string, string>[] = [
    { "X-Forwarded-Host": host },
    { Forwarded: `host=${host}` },
    { "X-Tenant": slug, "X-Tenant-Id": slug },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    {
      "x-middleware-rewrite": `/${slug}/sign-in`,
      "x-invoke-path": `/${slug}`,
      "x-matched-path": `/${slug}/sign-in`,
      "x-nextjs-data": "1",
    },
    { "x-now-route-matches": `1=${slug}`, "x-spinner-relay": "guess" },
  ];
  for (const headers of said) {
    for (const query of ["", `?tenant=${slug}`, `?nxtPtenant=${slug}`]) {
      const { text } = await ask(OWN(), `/sign-in${query}`, { headers });
      expect(text).toContain(own.name);
      expect(text).not.toContain(other.name);
    }
  }
  const apex = await ask(hostOf(""), "/docs/architectures", { headers: { "X-Forwarded-Host": OWN() } });
  expect([apex.status, apex.text.includes(own.name)]).toEqual([200, false]);
});

test("a tenant's name in a path leads nowhere, in whatever form", async () => {
  const [own, other] = [demoCompany(), otherCompany()];
  const { slug } = other;
  const paths = [
    `/${own.slug}`,
    `/${own.slug}/spinners`,
    `/${slug}`,
    `/${slug}/sign-in`,
    `/${slug.toUpperCase()}`,
    `/%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}/sign-in`,
    `/${slug}%2Fsign-in`,
    `/./${slug}/sign-in`,
    `/x/../${slug}/sign-in`,
    `/${slug}/spinners/x.png`,
    `/${slug}.rsc`,
    `/${slug}/sign-in.rsc`,
    `/${slug}.segments/_tree.segment.rsc`,
    "/www",
    "/operator",
    "/favicon.ico",
    "/[tenant]/sign-in",
  ];
  for (const host of [OWN(), hostOf("")]) {
    for (const path of paths) {
      const answer = await ask(host, path);
      expect([400, 404], `${host}${path} ${answer.status}`).toContain(answer.status);
      expect(answer.text).not.toContain(other.name);
    }
  }
});

test("the image optimiser is off; odd paths get an answer of their own", async () => {
  expect(await status(OWN(), "/_next/image?url=%2Fx.png&w=64&q=75")).toBe(404);
  for (const path of ["/%", "/%zz", "/%00", "/a%00b", "//evil.example", "/\\evil.example", "/%5Cevil.example"]) {
    expect(await status(OWN(), path), path).toBe(400);
  }
  expect(await status(OWN(), `/${"x".repeat(20_000)}`)).toBe(414);
  expect(await status(OWN(), "/sign-in")).toBe(200);
});

test("everything on a tenant's host is private, but for assets", async () => {
  for (const path of ["/", "/sign-in", "/nothing", "/api/v1/averages", "/api/v1/openapi.json", "/api/health"]) {
    expect((await ask(OWN(), path)).headers["cache-control"], path).toBe("private, no-store");
  }
  const [asset = ""] = /\/_next\/static\/[^"]+\.css/.exec((await ask(OWN(), "/sign-in")).text) ?? [];
  expect((await ask(OWN(), asset)).headers["cache-control"]).toContain("immutable");
});

test("health and readiness answer on every host", async () => {
  for (const host of [OWN(), hostOf(""), hostOf("admin"), "127.0.0.1", hostOf("nobody")]) {
    expect((await ask(host, "/api/health")).json).toEqual({ status: "ok" });
    expect((await ask(host, "/api/ready")).json).toEqual({ status: "ready" });
  }
});

test("nothing of ours is in the headers: no framework, no rewritten path", async () => {
  const { headers } = await ask(OWN(), "/sign-in");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(JSON.stringify(headers)).not.toContain(`/${demoCompany().slug}/`);
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});
