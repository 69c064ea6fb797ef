import { sessions } from "@/drizzle/tenant/schema";
import { COMPANIES, DEMO_PASSWORD } from "@/lib/demo/company";
import { hostOf, urlOf } from "./fixtures/ask";
import { figure } from "./fixtures/dashboard";
import { demoCompany, otherCompany } from "./fixtures/demo";
import { postForm, sendForm } from "./fixtures/form";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, enter, signIn, signInAs, signOut, statusFor } from "./fixtures/sign-in";
import { addPerson, PASSWORD } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";
import { median, timeOfRefusal } from "./fixtures/timing";

const WRONG = "The e-mail address or the password is wrong.";
const FOREIGN = ["https://evil.example", "//evil.example", "javascript:alert(1)", "/\\evil", "/\\/evil.example"];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a wrong password and an unknown address are refused alike, and the address typed stays", async ({ page }) => {
      const { slug, person } = await ownTenant();
      await page.goto(urlOf(slug, "/sign-in"));
      for (const [email, password] of [
        [person.email, "not the password"],
        ["nobody@test.example", PASSWORD],
      ] as const) {
        const answer = await enter(page, email, password);
        expect(answer.status()).toBe(401);
        await expect(page.getByRole("main").getByRole("alert")).toHaveText(WRONG);
        await expect(page.getByLabel("E-mail")).toHaveValue(email);
      }
      await enter(page, person.email);
      await expect(page).toHaveURL(urlOf(slug));
    });

    test("signing out leads to the door, and the cookie from before is worth nothing", async ({ page }) => {
      const { slug, person } = await ownTenant();
      await signInAs(page, slug, person.email);
      const cookie = await cookieOf(page);
      expect(await statusFor(slug, cookie)).toBe(200);
      await signOut(page);
      await expect(page).toHaveURL(urlOf(slug, "/sign-in"));
      expect(await statusFor(slug, cookie)).toBe(307);
    });
  });
}

test("an owner signs in and sees real figures", async ({ page }) => {
  await signIn(page, demoCompany().slug, "owner");
  await expect(page.getByText("Overall average")).toBeVisible();
  await expect(figure(page, "Spins")).not.toHaveText("0");
});

test("the same person is nobody at another company", async ({ page }) => {
  await page.goto(urlOf(otherCompany().slug, "/sign-in"));
  await enter(page, `owner@${demoCompany().slug}.example`, DEMO_PASSWORD);
  await expect(page.getByText(WRONG)).toBeVisible();
});

test("a cookie of one company is nothing at another, whatever its placement", async ({ page }) => {
  const { slug } = demoCompany();
  await signIn(page, slug);
  const cookie = await cookieOf(page);
  expect(await statusFor(slug, cookie)).toBe(200);
  for (const other of COMPANIES) if (other.slug !== slug) expect(await statusFor(other.slug, cookie)).toBe(307);
});

test("the session's cookie is hidden from scripts, stays with the host and is not sent along by other sites", async ({
  page,
}) => {
  const { slug } = demoCompany();
  await page.goto(urlOf(slug, "/sign-in"));
  const headers = await (await enter(page, `member@${slug}.example`, DEMO_PASSWORD)).headersArray();
  const set = headers.filter(({ name }) => name.toLowerCase() === "set-cookie").map(({ value }) => value);
  expect(set.find((value) => value.startsWith("spinner.session="))).toMatch(/; Path=\/;.*; HttpOnly; SameSite=Lax$/i);
  for (const cookie of set) expect(cookie).not.toMatch(/; *Domain=/i);
});

test("a session whose row is gone ends with the next request", async ({ page }) => {
  const { at, slug, person } = await ownTenant();
  await signInAs(page, slug, person.email);
  await page.goto(urlOf(slug, "/account"));
  await expect(page).toHaveURL(urlOf(slug, "/account"));
  await at.write((db) => db.delete(sessions));
  await page.goto(urlOf(slug, "/account"));
  await expect(page).toHaveURL(urlOf(slug, "/sign-in?callbackUrl=%2Faccount"));
});

test("after signing in one goes on to a path of this host, and never to another site", async ({ page }) => {
  const { slug, person } = await ownTenant();
  const door = (callbackUrl: string) => `/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  const landings = async (callbackUrl: string) => {
    const fields = { email: person.email, password: PASSWORD };
    const byLink = await sendForm(hostOf(slug), door(callbackUrl), { fields });
    const byField = await sendForm(hostOf(slug), "/sign-in", { fields: { ...fields, callbackUrl } });
    return [byLink.headers.location, byField.headers.location];
  };
  expect(await landings("/spins?from=2026-01-01")).toEqual(["/spins?from=2026-01-01", "/spins?from=2026-01-01"]);
  const elsewhere = urlOf(otherCompany().slug);
  for (const foreign of [...FOREIGN, elsewhere]) expect(await landings(foreign)).toEqual(["/", "/"]);

  await page.goto(urlOf(slug, door(elsewhere)));
  await enter(page, person.email);
  await expect(page).toHaveURL(urlOf(slug));
  await page.goto(urlOf(slug, door("//evil.example")));
  await expect(page).toHaveURL(urlOf(slug));
  await page.goto(urlOf(slug, door("/people")));
  await expect(page).toHaveURL(urlOf(slug, "/people"));
});

test("ten failures close an account to strangers, but not to its owner's browser, and no other account", async ({
  browser,
  page: owners,
}) => {
  const { at, slug, person } = await ownTenant("owner");
  await addPerson(at, "other@test.example");
  await signInAs(owners, slug, person.email);
  await signOut(owners);
  const strangers = await (await browser.newContext()).newPage();
  await strangers.goto(urlOf(slug, "/sign-in"));
  for (let failure = 1; failure < 10; failure++) {
    expect((await enter(strangers, person.email, "not the password")).status()).toBe(401);
  }
  for (const password of ["not the password", PASSWORD]) {
    const answer = await enter(strangers, person.email, password);
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  }
  await signInAs(strangers, slug, "other@test.example");
  await signInAs(owners, slug, person.email);
});

test("a form without Origin, or from another site, is refused", async () => {
  const { slug } = demoCompany();
  const fields = { email: `member@${slug}.example`, password: DEMO_PASSWORD };
  const host = hostOf(slug);
  for (const Origin of [
    "null",
    `http://${hostOf(otherCompany().slug)}`,
    "https://evil.example",
    `http://${host}.evil.example`,
  ]) {
    expect((await sendForm(host, "/sign-in", { fields, headers: { Origin } })).status).toBe(403);
  }
  expect((await postForm(host, "/sign-in", fields, {})).status).toBe(403);
  expect((await sendForm(host, "/sign-in", { fields })).status).toBe(303);
});

test("an unknown address is refused in the time that a wrong password takes", async () => {
  // What else a busy machine does may spoil a round. A difference of ours would be in every one.
  await expect(async () => {
    const ratio = await unknownToKnown();
    expect(ratio).toBeGreaterThan(1 / 1.5);
    expect(ratio).toBeLessThan(1.5);
  }).toPass({ intervals: [0], timeout: 25_000 });
});

/** How many times as long the refusal of an unknown address takes, at a tenant that nobody has tried yet. */
async function unknownToKnown(): Promise<number> {
  const { at, slug } = await ownTenant();
  const known = await Promise.all([1, 2, 3].map((n) => addPerson(at, `person-${n}@test.example`)));
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let attempt = 0; attempt < 18; attempt++) {
    const email = known[attempt % known.length]?.email ?? "";
    times.known.push(await timeOfRefusal(slug, email));
    times.unknown.push(await timeOfRefusal(slug, `nobody-${attempt}@test.example`));
  }
  return median(times.unknown) / median(times.known);
}
