import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { createKey } from "@/lib/api-keys/create";
import { revokeKey } from "@/lib/api-keys/revoke";
import { apiTenant, PERSON, spin } from "./fixtures/api-tenant";
import { figure } from "./fixtures/dashboard";
import { cookieOf, signInAs, signOut } from "./fixtures/sign-in";
import { openStream } from "./fixtures/streams";
import { expect, test } from "./fixtures/test";

/** A dashboard in a browser of its own, which has opened its stream. */
async function openDashboard(browser: Browser, slug: string): Promise<Page> {
  const page = await browser.newPage();
  const stream = page.waitForResponse((response) => response.url().includes("/api/v1/live"));
  await signInAs(page, slug, PERSON);
  expect((await stream).status()).toBe(200);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return page;
}

const isSameDocument = (page: Page) => page.evaluate(() => Reflect.get(window, "sameDocument") === true);

test("an open dashboard follows a new spin within two seconds, and not another tenant's", async ({ browser }) => {
  const [ours, theirs] = await Promise.all([apiTenant(), apiTenant()]);
  const [here, there] = await Promise.all([openDashboard(browser, ours.slug), openDashboard(browser, theirs.slug)]);
  for (const count of [1, 2]) {
    await sleep(1_100);
    expect((await ours.writer.post("/spins", { spins: [spin()] })).status).toBe(200);
    await expect(figure(here, "Spins")).toHaveText(String(count), { timeout: 2_000 });
  }
  await expect(figure(there, "Spins")).toHaveText("0");
  expect((await theirs.writer.post("/spins", { spins: [spin()] })).status).toBe(200);
  await expect(figure(there, "Spins")).toHaveText("1", { timeout: 2_000 });
  await expect(figure(here, "Spins")).toHaveText("2");
  expect(await Promise.all([here, there].map(isSameDocument))).toEqual([true, true]);
  await Promise.all([here.close(), there.close()]);
});

test("a stream is a key's or a person's of this tenant, and nothing holds it back", async () => {
  const [ours, theirs] = await Promise.all([apiTenant(), apiTenant()]);
  for (const key of [theirs.key, "", `spk_${"A".repeat(43)}`]) {
    expect((await openStream(ours.slug, { Authorization: `Bearer ${key}` })).status).toBe(401);
  }
  const headersSent = { Authorization: `Bearer ${ours.key}`, "Accept-Encoding": "gzip" };
  const { status, headers, listener } = await openStream(ours.slug, headersSent);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-store",
  });
  expect(headers["content-encoding"]).toBeUndefined();
  await expect.poll(() => listener.text).toMatch(/^retry: \d+\n: open\n\n/);
  await theirs.writer.post("/spins", { spins: [spin()] });
  const { json } = await ours.writer.post("/spins", { spins: [spin()] });
  await expect.poll(() => listener.ids, { timeout: 2_000 }).toEqual((json as { ids: string[] }).ids);
  await listener.leave();
});

test("streams end within five seconds where a session is closed or a key revoked; others go on", async ({
  browser,
}) => {
  const ours = await apiTenant();
  const page = await openDashboard(browser, ours.slug);
  const { key, id } = await createKey(ours.at, { name: "gone", scope: "read" });
  const [ofSession, ofKey, stays] = await Promise.all([
    openStream(ours.slug, { Cookie: await cookieOf(page) }),
    openStream(ours.slug, { Authorization: `Bearer ${key}` }),
    openStream(ours.slug, { Authorization: `Bearer ${ours.key}` }),
  ]);
  expect([ofSession.status, ofKey.status, stays.status]).toEqual([200, 200, 200]);
  expect([ofSession, ofKey, stays].map(({ listener }) => listener.ended)).toEqual([false, false, false]);
  await Promise.all([signOut(page), revokeKey(ours.at, id)]);
  await expect.poll(() => [ofSession.listener.ended, ofKey.listener.ended], { timeout: 5_000 }).toEqual([true, true]);
  expect(stays.listener.ended).toBe(false);
  expect((await openStream(ours.slug, { Authorization: `Bearer ${key}` })).status).toBe(401);
  await stays.listener.leave();
  await page.close();
});

test("a key opens fifty streams and no more; clients that are gone make room", async () => {
  const { slug, key } = await apiTenant();
  const open = () => openStream(slug, { Authorization: `Bearer ${key}` });
  const streams = await Promise.all(Array.from({ length: 50 }, open));
  expect(streams.every(({ status }) => status === 200)).toBe(true);
  const refused = await open();
  expect(refused).toMatchObject({ status: 429, headers: { "retry-after": "10" } });
  await Promise.all(streams.map(({ listener }) => listener.leave()));
  await expect
    .poll(async () => {
      const again = await Promise.all(Array.from({ length: 50 }, open));
      await Promise.all(again.map(({ listener }) => listener.leave()));
      return again.filter(({ status }) => status === 200).length;
    })
    .toBe(50);
});

test("ninety streams of three tenants hear all of their own spins in time, and no others", async () => {
  const tenants = await Promise.all([apiTenant(), apiTenant(), apiTenant()]);
  const streams = await Promise.all(
    tenants.map(({ slug, key }) =>
      Promise.all(Array.from({ length: 30 }, () => openStream(slug, { Authorization: `Bearer ${key}` }))),
    ),
  );
  const recorded = await Promise.all(
    tenants.map(async ({ writer }) => {
      const ids: string[] = [];
      for (let round = 0; round < 15; round++) {
        const { json } = await writer.post("/spins", { spins: [spin(), spin()] });
        ids.push(...(json as { ids: string[] }).ids);
        await sleep(100);
      }
      return ids.toSorted();
    }),
  );
  await sleep(2_000);
  for (const [index, ids] of recorded.entries()) {
    expect(ids).toHaveLength(30);
    for (const { listener } of streams[index] ?? []) expect(listener.ids.toSorted()).toEqual(ids);
  }
  await Promise.all(streams.flat().map(({ listener }) => listener.leave()));
});
