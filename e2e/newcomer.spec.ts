import { urlOf } from "./fixtures/ask";
import { figure } from "./fixtures/dashboard";
import { bringMember } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

test("a newcomer gets from the apex to a spin on a colleague's board, by what the pages say alone", async ({
  page,
  browser,
}) => {
  const colleague = await browser.newPage();
  await bringMember(colleague, browser, "ibm");
  const stream = colleague.waitForResponse((response) => response.url().includes("/api/v1/live"));
  await colleague.goto(urlOf("ibm"));
  await stream;
  const spins = figure(colleague, "Spins");
  const count = Number((await spins.textContent())?.replaceAll(",", ""));

  const began = Date.now();
  await page.goto(urlOf(""));
  const advice = (await page.getByText(/^Sign in as/).textContent()) ?? "";
  const [, email = "", password = ""] = /Sign in as (\S+) with (\S+)\.$/.exec(advice) ?? [];
  await page.getByRole("link", { name: "Try the demo" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Record a spin" }).click();
  const box = await page.locator(".flick-stage[data-ready]").boundingBox();
  if (!box) throw new Error("there is nothing to flick");
  const [x, y, radius] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 3];
  await page.mouse.move(x + radius, y);
  await page.mouse.down();
  await page.mouse.move(x + radius * 0.7, y + radius * 0.7, { steps: 4 });
  await page.mouse.move(x, y + radius, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole("timer")).toHaveText(/[1-9]\.\d s/);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status").filter({ hasText: "recorded" })).toBeVisible();
  const recorded = Date.now();
  await expect
    .poll(async () => Number((await spins.textContent())?.replaceAll(",", "")), { intervals: [50], timeout: 2_000 })
    .toBeGreaterThan(count);
  console.log(
    `newcomer: ${recorded - began} ms from the apex to a spin, ${Date.now() - recorded} ms more to the colleague's board`,
  );
  await colleague.close();
});
