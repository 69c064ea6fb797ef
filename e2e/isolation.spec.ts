import { randomUUID } from "node:crypto";
import type { Browser } from "@playwright/test";
import { type Answer, ask, hostOf } from "./fixtures/ask";
import { type MarkedTenant, markedTenant } from "./fixtures/marked-tenant";
import { plainAnswer } from "./fixtures/plain-answer";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

interface Neighbours {
  own: MarkedTenant;
  other: MarkedTenant;
  /** The session of somebody at `own`, and of somebody at `other`. */
  cookie: string;
  otherCookie: string;
}

let neighbours: Promise<Neighbours> | undefined;

/** Two tenants and somebody signed in at each: made once, as nothing here changes them. */
function twoTenants(browser: Browser): Promise<Neighbours> {
  neighbours ??= Promise.all([markedTenant(), markedTenant()]).then(async ([own, other]) => ({
    own,
    other,
    cookie: await cookieFor(browser, own),
    otherCookie: await cookieFor(browser, other),
  }));
  return neighbours;
}

test("another tenant's ids answer like ids that nobody has", async ({ browser }) => {
  const { own, other, cookie } = await twoTenants(browser);
  const get = (path: string) => ask(hostOf(own.slug), path, { headers: { Cookie: cookie } });
  const nobody = randomUUID();
  for (const [path, ownId, foreignId, missing = nobody] of [
    ["/spinners/", own.spinner.id, other.spinner.id],
    ["/people/", own.person.id, other.person.id],
    ["/spins?spinner=", own.spinner.id, other.spinner.id],
    ["/spins?person=", own.person.id, other.person.id],
    ["/spins?person=", own.email, other.email, "nobody@test.example"],
    ["/api/v1/spins?spinner=", own.spinner.id, other.spinner.id],
    ["/api/v1/spins?person=", own.person.id, other.person.id],
    ["/api/v1/spins?person=", own.email, other.email, "nobody@test.example"],
  ] as const) {
    expect([path, (await get(path + ownId)).status]).toEqual([path, 200]);
    const foreign = await get(path + foreignId);
    expect([path, foreign.status]).toEqual([path, 404]);
    expect(plainAnswer(foreign, foreignId)).toEqual(plainAnswer(await get(path + missing), missing));
  }
});

test("no address leads from one tenant's host to another tenant's rows", async ({ browser }) => {
  const { own, other, cookie, otherCookie } = await twoTenants(browser);
  const slug = other.slug;
  const encoded = `%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}`;
  const places = ["", "/spinners", `/spinners/${other.spinner.id}`, "/api/v1/spinners", "/spinners/x.png"];
  const names = [`/${slug}`, `/${slug.toUpperCase()}`, `/${encoded}`, `/./${slug}`, `/x/../${slug}`, `/${own.slug}`];
  const paths = [
    ...names.flatMap((name) => places.map((place) => name + place)),
    ...[`/${slug}.rsc`, `/${slug}.txt`, `/${slug}/spinners.rsc`, `/${slug}.segments/_tree.segment.rsc`],
    ...[`/_next/data/x/${slug}.json`, `/%2e%2e/${slug}`, `/${slug}%2fspinners`],
  ];
  for (const path of paths) {
    for (const Cookie of [cookie, otherCookie]) {
      const answer = await ask(hostOf(own.slug), path, { headers: { Cookie } });
      expect([path, answer.status === 404 || answer.status === 400]).toEqual([path, true]);
      expectNothingOf(other, answer, path);
    }
  }
  await expectOwn(other, otherCookie, "/spinners");
});

test("the framework's own formats of a page have no address", async ({ browser }) => {
  const { own, cookie } = await twoTenants(browser);
  const get = (path: string) => ask(hostOf(own.slug), path, { headers: { Cookie: cookie } });
  expect((await get("/spinners")).status).toBe(200);
  for (const path of ["/spinners.rsc", `/spinners/${own.spinner.id}.rsc`, "/spinners.segments/_tree.segment.rsc"]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test("no parameter and no header says which tenant is asked", async ({ browser }) => {
  const { own, other, cookie, otherCookie } = await twoTenants(browser);
  for (const name of ["tenant", "nxtPtenant", "nextInternalLocale", "slug", "__nextDataReq", "_rsc"]) {
    await expectOwn(own, cookie, `/spinners?${name}=${other.slug}`, other);
  }
  const host = hostOf(other.slug);
  const middleware = "middleware:middleware:middleware:middleware:middleware";
  const claims: Record<string, string>[] = [
    { "x-tenant": other.slug },
    { "x-tenant-id": other.at.tenant.id },
    { "X-Forwarded-Host": host },
    { Forwarded: `host=${host}` },
    { "x-original-host": host, "x-host": host },
    { "x-middleware-subrequest": middleware },
    { "x-middleware-subrequest": middleware, "x-middleware-rewrite": `/${other.slug}/spinners` },
    { "x-matched-path": `/${other.slug}/spinners`, "x-invoke-path": `/${other.slug}/spinners` },
    { "x-rewrite-url": `/${other.slug}/spinners`, "x-original-url": `/${other.slug}/spinners` },
    { RSC: "1" },
    { RSC: "1", "Next-Url": `/${other.slug}/spinners` },
  ];
  for (const claim of claims) await expectOwn(own, cookie, "/spinners", other, claim);
  for (const claim of claims) {
    const answer = await ask(hostOf(own.slug), "/spinners", { headers: { Cookie: otherCookie, ...claim } });
    expectNothingOf(other, answer, JSON.stringify(claim));
  }
});

test("none of a tenant's pages holds a name or an id of another's", async ({ browser }) => {
  const { own, other, cookie } = await twoTenants(browser);
  const ids = [`/spinners/${own.spinner.id}`, `/people/${own.person.id}`];
  const api = ["spins", "spinners", "people", "leaderboards/spinners", "leaderboards/people"];
  const paths = ["/", "/?range=all", "/spins", "/spin", "/spinners", "/people", "/account", ...ids];
  for (const path of [...paths, ...api.map((call) => `/api/v1/${call}`)]) await expectOwn(own, cookie, path, other);
});

async function cookieFor(browser: Browser, { slug, email }: MarkedTenant): Promise<string> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, slug, email);
  const cookie = await cookieOf(page);
  await page.context().close();
  return cookie;
}

/** Asks `own` for a page that must show its own rows, and nothing of `other`'s. */
async function expectOwn(own: MarkedTenant, cookie: string, path: string, other?: MarkedTenant, claim = {}) {
  const question = { headers: { Cookie: cookie, ...claim } };
  const first = await ask(hostOf(own.slug), path, question);
  // Next sends who asks for its own format on to an address that no cache would mix up with the page's.
  const answer = first.status === 307 ? await ask(hostOf(own.slug), first.headers.location ?? "", question) : first;
  expect([path, claim, answer.status]).toEqual([path, claim, 200]);
  expect(own.marks.some((mark) => answer.text.includes(mark))).toBe(true);
  if (other) expectNothingOf(other, answer, path);
}

/** What the address itself said is no news. */
function expectNothingOf(other: MarkedTenant, { text }: Answer, path: string): void {
  for (const mark of other.marks.filter((each) => !path.includes(each))) expect(text).not.toContain(mark);
}
