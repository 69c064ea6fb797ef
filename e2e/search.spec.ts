import { apiTenant } from "./fixtures/api-tenant";
import { ask, hostOf } from "./fixtures/ask";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const HOSTILE = ["100% cotton", "a_b", "back\\slash", 'it\'s "quoted"', ".*", "<img src=x>"];

async function twoTenants() {
  const [ours, theirs] = [await apiTenant(), await apiTenant()];
  for (const { at } of [ours, theirs]) await addPerson(at, "marie@test.example");
  for (const name of ["Copper Comet", ...HOSTILE]) await addSpinner(ours.at, name);
  await addSpinner(theirs.at, "Comet of theirs");
  return { ours, theirs };
}

const asked = (text: string, more = "") => `/search?q=${encodeURIComponent(text)}${more}`;
type Found = Record<"people" | "spinners", { name: string }[]>;

test("the API finds people and spinners by any part of their names, taken literally, and only its own tenant's", async () => {
  const { ours, theirs } = await twoTenants();
  const names = async (text: string) => {
    const { people, spinners } = (await ours.reader.get(asked(text))).json as Found;
    return [...people, ...spinners].map(({ name }) => name);
  };
  expect(await names("COMET")).toEqual(["Copper Comet"]);
  expect(await names("arie")).toEqual(["marie"]);
  for (const name of HOSTILE) expect(await names(name)).toEqual([name]);
  for (const sign of ["%", "_", "\\", "*", "'"]) {
    expect(await names(sign)).toEqual(HOSTILE.filter((name) => name.includes(sign)));
  }
  expect(await names("c%t")).toEqual([]);
  expect(await names("theirs")).toEqual([]);
  expect((await theirs.reader.get(asked("theirs"))).text).toContain("Comet of theirs");
  expect(((await ours.reader.get(asked("o", "&limit=1"))).json as Found).spinners).toHaveLength(1);
});

test("what cannot be searched for is refused, and nobody finds anything without a key", async () => {
  const { reader, slug } = await apiTenant();
  for (const [query, status] of [
    ["q=", 200],
    ["", 422],
    [`q=${"x".repeat(201)}`, 422],
    ["q=a%00b", 422],
    ["q=a&limit=101", 422],
    ["q=a&tenant=vinta", 400],
    [`q=${encodeURIComponent("é".repeat(200))}`, 200],
    ["q=%F0%9F%A6%8B", 200],
  ] as const) {
    expect([query, (await reader.get(`/search?${query}`)).status]).toEqual([query, status]);
  }
  expect((await ask(hostOf(slug), "/api/v1/search?q=a")).status).toBe(401);
});

test("the page of the search leads to people, spinners and pages without JavaScript", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const { ours } = await twoTenants();
  const { slug } = ours;
  await signInAs(page, slug, "marie@test.example");
  await page.getByRole("link", { name: "Search" }).click();
  await expect(page).toHaveTitle(`Search · ${slug}`);
  await page.getByRole("searchbox").fill("<img");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveTitle(`Search: <img · ${slug}`);
  await expect(page.getByRole("region", { name: "Spinners" }).getByRole("link")).toHaveText(["<img src=x>"]);
  await page.getByRole("searchbox").fill("nobody's");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nothing here is called “nobody's”.")).toBeVisible();
  await page.getByRole("searchbox").fill(" spin ");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("region", { name: "Pages" }).getByRole("link")).toHaveText([
    "Spins",
    "Spinners",
    "Record a spin",
  ]);
  await page.getByRole("searchbox").fill("marie");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("region", { name: "People" }).getByRole("link", { name: "marie" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "marie" })).toBeVisible();

  const headers = { Cookie: await cookieOf(page) };
  for (const [path, status] of [
    [`/search?q=${"x".repeat(201)}`, 422],
    ["/search?q=a%00b", 422],
    ["/search?q=%EF%BF%BD", 200],
    ["/search", 200],
  ] as const) {
    expect([path, (await ask(hostOf(slug), path, { headers })).status]).toEqual([path, status]);
  }
});
