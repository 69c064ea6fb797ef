import { apiTenant, spin } from "./fixtures/api-tenant";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { figure } from "./fixtures/dashboard";
import { demoCompany } from "./fixtures/demo";
import { hiddenFields, postForm, sendForm } from "./fixtures/form";
import { expectToReadWell } from "./fixtures/looks";
import { CONSOLE, newOperator, signInAtConsole } from "./fixtures/operator";
import { cookieOf, enter, signIn, signOut, statusFor } from "./fixtures/sign-in";
import { PASSWORD } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const WRONG = "The e-mail address or the password is wrong.";

const inside = async (cookie: string) => (await ask(CONSOLE(), "/log", { headers: { Cookie: cookie } })).status;
const cookieFrom = (value: string | undefined) => value?.split(";", 1)[0] ?? "";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an operator signs in, and out for good", async ({ page }) => {
      const email = await newOperator();
      await page.goto(urlOf("admin"));
      await expect(page).toHaveURL(urlOf("admin", "/sign-in"));
      for (const who of [email, "nobody@test.example"]) {
        const answer = await enter(page, who, who === email ? "not the password" : PASSWORD);
        expect(answer.status()).toBe(401);
        await expect(page.getByRole("main").getByRole("alert")).toHaveText(WRONG);
        await expect(page.getByLabel("E-mail")).toHaveValue(who);
      }
      await enter(page, email);
      await expect(page).toHaveURL(urlOf("admin"));
      const cookie = await cookieOf(page);
      expect(await inside(cookie)).toBe(200);
      await signOut(page);
      await expect(page).toHaveURL(urlOf("admin", "/sign-in"));
      expect(await inside(cookie)).toBe(307);
    });
  });
}

test("the report says of each tenant what its own API says, and adds them up", async ({ page }) => {
  const { at, slug, reader, writer } = await apiTenant();
  await writer.post("/spins", { spins: [spin({ duration_ms: 1_000 }), spin({ duration_ms: 2_001 })] });
  expect((await reader.get("/averages")).json).toEqual({ spins: 2, total_ms: 3_001, average_ms: 1_500.5 });
  await signInAtConsole(page, await newOperator());

  const row = page.locator(`tr[id="${at.tenant.id}"]`);
  await expect(row).toContainText(slug);
  await expect(row.getByRole("cell").filter({ hasText: /\d s$/ })).toHaveText(["1.501 s", "2.001 s"]);
  const counts = await page.locator("tr[id] > td:nth-child(6)").allTextContents();
  const sum = counts.reduce((all, text) => all + Number(text.replaceAll(",", "")), 0);
  await expect(figure(page, "Spins")).toHaveText(sum.toLocaleString("en-GB"));
  await expect(figure(page, "Tenants")).toHaveText(counts.length.toLocaleString("en-GB"));
});

test("whoever looks at the report is in the operator's log", async ({ page }) => {
  const email = await newOperator();
  await signInAtConsole(page, email);
  await page.getByRole("link", { name: "Log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Operator’s log" })).toBeVisible();
  const rows = page.getByRole("row").filter({ hasText: email });
  await expect(rows.filter({ hasText: "report averages" })).not.toHaveCount(0);
  await expect(rows.filter({ hasText: "report leaderboard" })).not.toHaveCount(0);
  expect((await ask(CONSOLE(), "/log?cursor=x", { headers: { Cookie: await cookieOf(page) } })).status).toBe(400);
});

test("ten failures close an account", async () => {
  const [email, other] = [await newOperator(), await newOperator()];
  const knock = (who: string, password: string) =>
    sendForm(CONSOLE(), "/sign-in", { fields: { email: who, password } });
  for (let failure = 1; failure < 10; failure++) expect((await knock(email, "not the password")).status).toBe(401);
  for (const password of ["not the password", PASSWORD]) {
    const answer = await knock(email, password);
    expect([answer.status, Number(answer.headers["retry-after"]) > 0]).toEqual([429, true]);
  }
  expect((await knock(other, PASSWORD)).status).toBe(303);
});

test("the session is a cookie of this host alone, out of reach of scripts", async () => {
  const fields = { email: await newOperator(), password: PASSWORD };
  const answer = await sendForm(CONSOLE(), "/sign-in", { fields });
  expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
  const [cookie = ""] = answer.headers["set-cookie"] ?? [];
  expect(cookie).toMatch(/^spinner\.operator=[\w-]{43};.*HttpOnly.*SameSite=lax/i);
  expect(cookie).not.toMatch(/Domain/i);
});

test("a tenant's session is nothing here, and an operator's is nothing at a tenant", async ({ page, browser }) => {
  const { slug } = demoCompany();
  await signIn(page, slug, "owner");
  const tenants = await cookieOf(page);
  const operators = await (await browser.newContext()).newPage();
  await signInAtConsole(operators, await newOperator());
  const console = await cookieOf(operators);
  expect([await statusFor(slug, tenants), await inside(console)]).toEqual([200, 200]);

  const token = (cookies: string) => cookies.split("; ").map((cookie) => cookie.split("=")[1] ?? "");
  for (const foreign of [tenants, ...token(tenants).map((value) => `spinner.operator=${value}`)]) {
    expect(await inside(foreign)).toBe(307);
  }
  for (const foreign of [console, ...token(console).map((value) => `spinner.session=${value}`)]) {
    expect(await statusFor(slug, foreign)).toBe(307);
  }
});

test("a form is taken from its own host only, and from there alone", async () => {
  const fields = { email: await newOperator(), password: PASSWORD };
  const host = hostOf(demoCompany().slug);
  for (const Origin of ["null", `http://${host}`, "https://evil.example"]) {
    expect((await sendForm(CONSOLE(), "/sign-in", { fields, headers: { Origin } })).status).toBe(403);
  }
  const hidden = hiddenFields((await ask(CONSOLE(), "/sign-in")).text, fields);
  const answer = await postForm(host, "/sign-in", { ...hidden, ...fields }, { Origin: `http://${host}` });
  // Next knows no such form there: what stands behind that, `mustBeConsole` and the database, is not even asked.
  expect([answer.status, answer.headers["x-nextjs-action-not-found"]]).toEqual([409, "1"]);
  expect(JSON.stringify(answer.headers)).not.toContain("spinner.operator");
  const own = await postForm(CONSOLE(), "/sign-in", { ...hidden, ...fields }, { Origin: `http://${CONSOLE()}` });
  expect(own.status).toBe(303);
});

test("the console has no tenant's pages, and no tenant has the console's", async () => {
  const answer = await sendForm(CONSOLE(), "/sign-in", { fields: { email: await newOperator(), password: PASSWORD } });
  const headers = { Cookie: cookieFrom(answer.headers["set-cookie"]?.[0]) };
  const { slug } = demoCompany();
  expect((await ask(CONSOLE(), "/", { headers })).status).toBe(200);
  for (const path of [
    "/spins",
    "/api/v1/averages",
    `/${slug}`,
    `/${slug}/sign-in`,
    "/operator",
    "/operator/log",
    "/www",
  ]) {
    expect((await ask(CONSOLE(), path, { headers })).status, path).toBe(404);
  }
  for (const host of [hostOf(slug), hostOf("")]) {
    for (const path of ["/log", "/operator", "/operator/log", "/operator/sign-in"]) {
      expect((await ask(host, path, { headers })).status, host + path).toBe(404);
    }
  }
});

for (const path of ["/sign-in", "/", "/log"]) {
  test(`the console's ${path} reads well in every look`, async ({ page }) => {
    test.slow();
    if (path !== "/sign-in") await signInAtConsole(page, await newOperator());
    await expectToReadWell(page, urlOf("admin", path));
  });
}
