import { readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, addSpinner, adminUrl, appUrl, newScope } from "@/e2e/fixtures/tenants";
import type { TenantScope } from "@/lib/tenancy/scope";
import { type Admin, connectAsAdmin } from "./admin";
import { migrate } from "./migrate";
import { checkServingRole } from "./serving-role";

/* What the database holds by itself, with the helper out of the way: a raw connection as the application role. */

let app: postgres.Sql;
let admin: Admin;
let ours: TenantScope;
let theirs: TenantScope;

beforeAll(async () => {
  admin = connectAsAdmin(adminUrl());
  app = postgres(appUrl(), { max: 1, onnotice: () => {} });
  [ours, theirs] = await Promise.all([newScope(), newScope()]);
  for (const at of [ours, theirs]) {
    await addPerson(at);
    await addSpinner(at, "PokeSpinner");
  }
});

afterAll(() => Promise.all([app.end(), admin.end()]));

function as(at: TenantScope, statement: string) {
  return app.begin(async (sql) => {
    await sql.unsafe("SET LOCAL search_path = shared");
    await sql.unsafe(`SET LOCAL app.tenant_id = '${at.tenant.id}'`);
    return sql.unsafe(statement);
  });
}

describe("row security", () => {
  test("shows one tenant's rows where the statement asks for all", async () => {
    for (const at of [ours, theirs]) {
      const rows = await as(at, "SELECT tenant_id FROM spinners");
      expect(rows.map((row) => row.tenant_id)).toEqual([at.tenant.id]);
    }
  });

  test("raises without a tenant, also on a connection that had one before", async () => {
    const bare = () => app.unsafe("SELECT count(*) FROM shared.spinners");
    await as(ours, "SELECT 1");
    await expect(bare()).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
  });

  test("keeps another tenant's rows from being written", async () => {
    const insert = `INSERT INTO spinners (tenant_id, id, name, name_key) VALUES ('${theirs.tenant.id}', gen_random_uuid(), 'x', 'x')`;
    await expect(as(ours, insert)).rejects.toMatchObject({ code: "42501" });
    const move = `UPDATE spinners SET tenant_id = '${theirs.tenant.id}'`;
    await expect(as(ours, move)).rejects.toMatchObject({ code: "42501" });
    expect((await as(ours, "UPDATE spinners SET name = 'y'")).count).toBe(1);
  });

  test("binds the owner of the tables too", async () => {
    const counting = admin.begin(async (sql) => {
      await sql.unsafe("SET LOCAL ROLE spinner_owner");
      return sql`SELECT count(*) FROM shared.spinners`;
    });
    await expect(counting).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
    expect(Number((await admin`SELECT count(*) FROM shared.spinners`)[0]?.count)).toBeGreaterThan(1);
  });
});

describe("the application role", () => {
  test.each([
    "SELECT set_config('app.tenant_id', '00000000-0000-0000-0000-000000000001', true)",
    "TRUNCATE spins",
    "DROP TABLE spins",
    "ALTER TABLE spins DISABLE ROW LEVEL SECURITY",
    "CREATE TABLE shared.mine (id int)",
    "CREATE TEMPORARY TABLE spins (id int)",
    "SET LOCAL ROLE spinner_platform",
    "SELECT url FROM catalog.servers",
    "INSERT INTO catalog.former_slugs VALUES ('x', gen_random_uuid(), now())",
    "COPY spinners TO PROGRAM 'true'",
  ])("may not: %s", async (statement) => {
    await expect(as(ours, statement)).rejects.toMatchObject({ code: expect.stringMatching(/42501|42P16/) });
  });

  test("serves; a stronger one is refused, with what to use", async () => {
    await checkServingRole(appUrl());
    await expect(checkServingRole(adminUrl())).rejects.toMatchObject({
      code: "role_too_strong",
      detail: expect.stringContaining("spinctl roles"),
    });
  });
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
    const [, shared] = await migrate(adminUrl(), { only: ours.tenant.slug });
    expect(shared).toMatchObject({ result: "failed", reason: expect.stringContaining("migration_changed") });
    await admin`UPDATE shared.schema_migrations SET hash = substr(hash, 2) WHERE name = '0000_tables'`;
    await migrate(adminUrl());
  });
});
