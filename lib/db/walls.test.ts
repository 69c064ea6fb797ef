import { readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adminUrl, appUrl, newTenant } from "@/e2e/fixtures/tenants";
import { type Admin, connectAsAdmin } from "./admin";
import { databaseAddress } from "./database-address";
import { migrate } from "./migrate";
import { catalogPool } from "./servers";
import { checkServingRole } from "./serving-role";

/* What holds around the placements: the catalog, the doors between databases, and how tables come to be. */

let admin: Admin;

beforeAll(() => {
  admin = connectAsAdmin(adminUrl());
});

afterAll(() => admin.end());

async function ask(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } catch (error) {
    return error;
  } finally {
    await sql.end();
  }
}

describe("the application role", () => {
  test.each([
    "CREATE TABLE shared.mine (id int)",
    "SELECT url FROM catalog.servers",
    "INSERT INTO catalog.former_slugs VALUES ('x', gen_random_uuid(), now())",
  ])("may not: %s", async (statement) => {
    expect(await ask(appUrl(), statement)).toMatchObject({ code: "42501" });
    expect(await ask(appUrl(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("serves; a stronger one is refused, with what to use", async () => {
    await checkServingRole(appUrl());
    await expect(checkServingRole(adminUrl())).rejects.toMatchObject({
      code: "role_too_strong",
      detail: expect.stringContaining("spinctl roles"),
    });
  });
});

test("a database's own role enters that one and no other, and the application role none of them", async () => {
  const [ours, theirs] = await Promise.all([
    newTenant({ placement: "database" }),
    newTenant({ placement: "database" }),
  ]);
  const { url } = await databaseAddress(catalogPool(), ours, undefined);
  const enter = (address: string, database = "") =>
    ask(Object.assign(new URL(address), { pathname: `/${database}` }).href, "SELECT 1 AS one");
  const main = new URL(appUrl()).pathname.slice(1);
  expect(await enter(url, ours.placement.database)).toEqual([{ one: 1 }]);
  expect(await enter(url, theirs.placement.database)).toMatchObject({ code: "42501" });
  expect(await enter(url, main)).toMatchObject({ code: "42501" });
  expect(await enter(appUrl(), main)).toEqual([{ one: 1 }]);
  expect(await enter(appUrl(), ours.placement.database)).toMatchObject({ code: "42501" });
});

describe("migrations", () => {
  test("name no schema", () => {
    for (const plane of ["catalog", "tenant"]) {
      const folder = `drizzle/${plane}/migrations`;
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql"))) {
        expect(readFileSync(`${folder}/${file}`, "utf8")).not.toMatch(/"?(public|shared|catalog)"?\./);
      }
    }
  });

  test("are applied once, and two at once are told apart", async () => {
    expect((await migrate(adminUrl())).flatMap(({ applied }) => applied)).toEqual([]);
    const holder = connectAsAdmin(adminUrl());
    await holder`SELECT pg_advisory_lock(hashtext('spinner-tracking migrations'))`;
    await expect(migrate(adminUrl())).rejects.toMatchObject({
      code: "migrating",
      detail: expect.stringContaining("process"),
    });
    await holder.end();
    await migrate(adminUrl());
  });

  test("that were changed after they were applied are refused", async () => {
    await admin`UPDATE shared.schema_migrations SET hash = 'x' || hash WHERE name = '0000_tables'`;
    const { slug } = await newTenant({ placement: "shared" });
    const [, shared] = await migrate(adminUrl(), { only: slug });
    expect(shared).toMatchObject({ result: "failed", reason: expect.stringContaining("migration_changed") });
    await admin`UPDATE shared.schema_migrations SET hash = substr(hash, 2) WHERE name = '0000_tables'`;
    await migrate(adminUrl());
  });
});
