import { request } from "node:http";
import { eq } from "drizzle-orm";
import { imports } from "@/drizzle/tenant/schema";
import { createKey } from "@/lib/api-keys/create";
import { checkImport } from "@/lib/imports/check";
import { latestImports } from "@/lib/imports/get";
import { receiveFile } from "@/lib/imports/receive";
import { ask, hostOf, urlOf } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { expectToReadWell } from "./fixtures/looks";
import { ownTenant } from "./fixtures/own-tenant";
import { cookieOf, signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const HEADER = "spun_at,spinner,person,duration_ms";
const row = (ms: number, spinner = "Comet") => `2026-11-01T10:00:00Z,${spinner},someone@test.example,${ms}`;

function csv(lines: string[]) {
  return { name: "spins.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
}

test("every state of an import reads well", async ({ page }) => {
  const { at, slug, person } = await ownTenant("owner");
  await addSpinner(at, "Comet");
  await signInAs(page, slug, person.email);
  const come = async (lines: string[]) => {
    const chunks = new Blob([lines.join("\n")]).stream();
    return (await receiveFile(at, { fileName: "spins.csv", chunks })).id;
  };
  const open = await come([`${HEADER},note`, `${row(1)},x`]);
  const [faulty, checked, left] = [await come([HEADER, row(0)]), await come([HEADER, row(1)]), await come([HEADER])];
  for (const id of [faulty, checked]) await (await checkImport(at, id)).over;
  await at.write((db) => db.update(imports, { state: "checking" }).where(eq(imports.id, left)));
  for (const id of ["", open, faulty, checked]) await expectToReadWell(page, urlOf(slug, `/spins/import/${id}`));
  await page.goto(urlOf(slug, `/spins/import/${left}`));
  await expect(page.getByRole("progressbar")).toBeVisible();
});

test("an owner imports a file, sees what is in it first, and exports it again, without JavaScript", async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const { at, slug, person } = await ownTenant("owner");
  await addSpinner(at, "Comet");
  await signInAs(page, slug, person.email);
  await page.goto(urlOf(slug, "/spins"));
  await page.getByRole("link", { name: "Import" }).click();

  await test.step("a file with faults is refused by line, and nothing is stored", async () => {
    await page.getByLabel("File").setInputFiles(csv([HEADER, row(1_500), row(0), row(5, "Nobody's")]));
    await page.getByRole("button", { name: "Upload" }).click();
    await expect(page.getByRole("alert")).toContainText("Nothing was stored", { timeout: 15_000 });
    expect((await page.goto(page.url()))?.status()).toBe(422);
    expect(await rowsOf(page, "Faults")).toEqual([
      ["3", "duration_ms", "must be whole milliseconds from 1 to 86400000"],
      ["4", "spinner", "there is no such spinner"],
    ]);
    await page.getByRole("button", { name: "Cancel this import" }).click();
    await expect(page.getByRole("status")).toContainText("Cancelled");
  });

  await test.step("what no choice can mend is refused at once", async () => {
    await page.getByRole("link", { name: "Import another file" }).click();
    await page.getByLabel("File").setInputFiles(csv([`tenant_id,${HEADER}`, `x,${row(1)}`]));
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Upload" }).click();
    expect((await answer).status()).toBe(422);
    await expect(page.getByRole("alert")).toContainText("tenant_id: is not a file’s to say");
  });

  await test.step("columns are chosen, the rows are looked at and stored", async () => {
    await page
      .getByLabel("File")
      .setInputFiles(
        csv([
          `when;note;${HEADER.slice(8).replaceAll(",", ";")}`,
          row(1_500).replace(",", ";x;").replaceAll(",", ";"),
          row(2_500).replace(",", ";y;").replaceAll(",", ";"),
        ]),
      );
    await page.getByRole("button", { name: "Upload" }).click();
    await page.getByLabel("note").selectOption("Leave out");
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByRole("alert")).toContainText("when: is not a column here");
    await expect(page.getByLabel("note").locator("option:checked")).toHaveText("Leave out");
    await page.getByLabel("when").selectOption("When it was spun");
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeVisible({ timeout: 15_000 });
    expect(await rowsOf(page, "The first rows, as they will be stored")).toHaveLength(2);
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await expect(page.getByRole("status")).toContainText("2 spins were stored, 0 were known already", {
      timeout: 15_000,
    });
  });

  await page.getByRole("link", { name: "Dashboard" }).click();
  await page.goto(urlOf(slug, "/?range=all"));
  await expect(figure(page, "Spins")).toHaveText("2");
  await page.goto(urlOf(slug, "/spins"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString();
  expect(text.split("\r\n")).toHaveLength(4);
  expect(text).toContain("2026-11-01T10:00:00.000Z,Comet,someone@test.example,1500");
});

test("a member, a key and another site bring no file in; one that breaks off leaves nothing", async ({ page }) => {
  const { at, slug, person } = await ownTenant("member");
  const owner = await addPerson(at, "owner@test.example", "owner");
  const host = hostOf(slug);
  const { type, body } = await formWith(`${HEADER}\n${row(1)}\n`);
  const sent = (headers: Record<string, string>) =>
    ask(host, "/spins/import", {
      method: "POST",
      body,
      headers: { Origin: `http://${host}`, "Content-Type": type, ...headers },
    });

  await signInAs(page, slug, person.email);
  const member = await cookieOf(page);
  expect((await sent({ Cookie: member })).status).toBe(403);
  expect((await ask(host, "/spins/import", { headers: { Cookie: member } })).status).toBe(403);
  await expect(
    page.goto(urlOf(slug, "/spins")).then(() => page.getByRole("link", { name: "Import" }).count()),
  ).resolves.toBe(0);
  const { key } = await createKey(at, { name: "writer", scope: "write" });
  expect((await sent({ Authorization: `Bearer ${key}` })).status).toBe(303);

  await page.context().clearCookies();
  await signInAs(page, slug, owner.email);
  const Cookie = await cookieOf(page);
  expect((await sent({ Cookie, Origin: urlOf("vinta", "") })).status).toBe(403);
  const begun = () => expect.poll(() => latestImports(at, 9)).toMatchObject([{ state: "uploading" }]);
  await leaveHalfWay(host, { Cookie, "Content-Type": type }, body, begun);
  await expect.poll(() => latestImports(at, 9)).toEqual([]);
  const { status, headers } = await sent({ Cookie });
  expect([status, headers.location]).toEqual([303, expect.stringContaining("/spins/import/")]);
  expect(await latestImports(at, 9)).toHaveLength(1);
});

async function formWith(text: string): Promise<{ type: string; body: Buffer }> {
  const data = new FormData();
  data.append("file", new File([text], "spins.csv"));
  const encoded = new Response(data);
  return { type: encoded.headers.get("content-type") ?? "", body: Buffer.from(await encoded.arrayBuffer()) };
}

/** Sends the beginning of an upload, and goes when it has begun to come in. */
async function leaveHalfWay(
  host: string,
  headers: Record<string, string>,
  body: Buffer,
  begun: () => Promise<void>,
): Promise<void> {
  const options = { host: "127.0.0.1", port: process.env.PORT, method: "POST", path: "/spins/import" };
  const more = { Host: host, Origin: `http://${host}`, "Content-Length": body.length + 1_000_000, ...headers };
  const client = request({ ...options, headers: more });
  client.on("error", () => {});
  client.write(body.subarray(0, -100));
  client.write(Buffer.alloc(600_000, "x"));
  await begun();
  client.destroy();
}
