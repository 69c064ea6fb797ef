import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { createKey } from "@/lib/api-keys/create";
import { COMPANIES, peopleOf } from "@/lib/demo/company";
import { childEnvironment } from "@/lib/env";
import { TenantScope } from "@/lib/tenancy/scope";
import { findTenant } from "@/lib/tenants/find";
import { ask, device, hostOf, urlOf } from "./fixtures/ask";
import { OPERATOR } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const run = promisify(execFile);
const [IBM] = COMPANIES;

async function ibmKey(): Promise<string> {
  const tenant = await findTenant("ibm");
  if (!tenant) throw new Error("the demo's companies are not there");
  const { key } = await createKey(new TenantScope(tenant, OPERATOR), { name: "e2e", scope: "write" });
  return key;
}

test("every example of the API's page runs as it stands, from top to bottom", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(urlOf("", "/docs/api"));
  const examples = await page
    .locator("pre:is([data-language=curl], [data-language=typescript])")
    .evaluateAll((blocks) =>
      blocks.map((block) => ({ language: block.getAttribute("data-language"), code: block.textContent ?? "" })),
    );
  const calls = await page.getByRole("navigation", { name: "Calls" }).getByRole("link").count();
  expect(examples.length).toBeGreaterThanOrEqual(2 * (calls - 2));
  const env = childEnvironment({
    SPINNER_URL: urlOf("ibm", "/api/v1"),
    SPINNER_KEY: await ibmKey(),
    NODE_OPTIONS: `--import ${new URL("./fixtures/look-up.mjs", import.meta.url)}`,
  });
  const file = test.info().outputPath("example.mts");
  for (const { language, code } of examples) {
    await writeFile(file, code);
    const checked = code.replace(/^curl /, "curl --silent --show-error --fail-with-body ");
    const call =
      language === "curl"
        ? run("bash", ["-c", checked], { env })
        : run(process.execPath, ["--import", "tsx", file], { env });
    const { stdout } = await call.catch((error: { stdout: string; stderr: string; code: number }) => {
      // A stream is left after the time that the example gives it.
      if (error.code === 28 && code.includes("/live")) return error;
      throw new Error(`${code}\n${error.stdout}\n${error.stderr}`);
    });
    expect(stdout, code).toMatch(/^(\{|id,|retry: )/);
  }
});

test("the apex shows the board of the one on show, as it goes on, and nobody's name", async ({ page, request }) => {
  await page.goto(urlOf(""));
  const region = page.getByRole("region", { name: "Spinners by average" });
  await expect(region.getByRole("row")).toHaveCount(9);
  await expect(region.getByRole("link")).toHaveCount(0);
  const text = await page.locator("body").innerText();
  for (const { name } of peopleOf(IBM)) expect(text).not.toContain(name);
  for (const { name } of COMPANIES.slice(1)) expect(text).not.toContain(name);
  const spins = page.locator("dl", { hasText: "Spins" }).locator("dd").first();
  const before = await spins.textContent();
  const key = await ibmKey();
  await device("ibm", key).post("/spins", {
    spins: [{ spinner: "Titan Six", person: "member@ibm.example", duration_ms: 1_000 }],
  });
  await expect(spins).not.toHaveText(before ?? "", { timeout: 12_000 });
  expect((await request.get(urlOf("", "/people"))).status()).toBe(404);
});

test("from the apex to the demo's door is one step, with what is to be typed there", async ({ page }) => {
  await page.goto(urlOf(""));
  await expect(page.getByText("member@ibm.example")).toBeVisible();
  await page.getByRole("link", { name: "Try the demo" }).click();
  await expect(page).toHaveURL(urlOf("ibm", "/sign-in"));
});

test("links to the apex have a picture, a description, and an address to be known by", async ({ page }) => {
  await page.goto(urlOf("", "/docs/architectures"));
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", urlOf("", "/docs/architectures"));
  await page.goto(urlOf(""));
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "index");
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(image).toBe(urlOf("", "/og-image"));
  const answer = await ask(hostOf(""), "/og-image");
  expect(answer).toMatchObject({ status: 200, headers: { "content-type": "image/png" } });
  expect((await ask(hostOf(""), "/robots.txt")).text).toContain("Allow: /");
  expect((await ask(hostOf("ibm"), "/og-image")).status).toBe(404);
});
