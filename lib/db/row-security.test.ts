import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSpinner, adminUrl, appUrl, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import type { Tenant } from "@/lib/tenancy/tenant";
import { type Admin, connectAsAdmin } from "./admin";
import { adminUrlOf, readCluster } from "./cluster";
import { databaseAddress } from "./database-address";
import { catalogPool } from "./servers";
import { checkServingRole } from "./serving-role";

/* What a placement holds by itself, with the helper out of the way: a raw connection as the role that serves there. */

const theirs = newId();
let ours: string;
let schema: string;
let url: string;
let role: postgres.Sql;
let admin: Admin;

/* A row of somebody else's is put in beside ours: in a place of our own there is none, but for a fault. */
beforeAll(async () => {
  const at = await newScope();
  await addSpinner(at, "PokeSpinner");
  const { id, placement } = at.tenant;
  [ours, schema] = [id, placement.schema];
  admin = connectAsAdmin(adminUrlOf(await readCluster(adminUrl()), placement));
  url = await servingUrl(at.tenant);
  role = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`INSERT INTO "${schema}".spinners (tenant_id, id, name, name_key)
    VALUES ('${theirs}', gen_random_uuid(), 'NinjaSpinner', 'ninjaspinner')`);
});

afterAll(() => Promise.all([role.end(), admin.end()]));

async function servingUrl(tenant: Tenant): Promise<string> {
  if (!tenant.placement.database) return appUrl();
  return (await databaseAddress(catalogPool(), tenant, undefined)).url;
}

function as(tenantId: string, statement: string) {
  return role.begin(async (sql) => {
    await sql.unsafe(`SET LOCAL search_path = "${schema}"`);
    await sql.unsafe(`SET LOCAL app.tenant_id = '${tenantId}'`);
    return sql.unsafe(statement);
  });
}

describe("row security", () => {
  test("shows one tenant's rows where the statement asks for all", async () => {
    for (const id of [ours, theirs]) {
      const rows = await as(id, "SELECT tenant_id FROM spinners");
      expect(rows.map((row) => row.tenant_id)).toEqual([id]);
    }
  });

  test("shows through a view what its asker may see, folded or not", async () => {
    const day = "'2026-11-01'";
    await admin.unsafe(`
      INSERT INTO "${schema}".calendars SELECT id, 'UTC' FROM unnest('{${ours},${theirs}}'::uuid[]) AS id;
      INSERT INTO "${schema}".rollups SELECT id, 'day', ${day}, id, 1, 1, 1 FROM unnest('{${ours},${theirs}}'::uuid[]) AS id;
      INSERT INTO "${schema}".sketches SELECT id, ${day}, '{1}', '{1}', ARRAY[id], '{1}', '{1}', '{1}', '{1}' FROM unnest('{${ours},${theirs}}'::uuid[]) AS id;
      INSERT INTO "${schema}".rollup_deltas (tenant_id, id, spin_ids, person_ids, spinner_ids, durations_ms, spun_ats)
        SELECT id, id, ARRAY[id], ARRAY[id], ARRAY[id], '{1}', '{2026-11-01}' FROM unnest('{${ours},${theirs}}'::uuid[]) AS id`);
    for (const view of ["live_rollups", "live_buckets", "live_hours", "live_longest"]) {
      for (const id of [ours, theirs]) {
        const rows = await as(id, `SELECT DISTINCT tenant_id, count(*) > 1 AS several FROM ${view} GROUP BY 1`);
        expect(rows.map((row) => [row.tenant_id, row.several])).toEqual([[id, true]]);
      }
    }
    expect((await as(ours, `SELECT 1 FROM live_rollups WHERE tenant_id = '${theirs}'`)).length).toBe(0);
  });

  test("raises without a tenant, also on a connection that had one before", async () => {
    const bare = () => role.unsafe(`SELECT count(*) FROM "${schema}".spinners`);
    await as(ours, "SELECT 1");
    await expect(bare()).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
  });

  test("keeps another tenant's rows from being written", async () => {
    const insert = `INSERT INTO spinners (tenant_id, id, name, name_key) VALUES ('${theirs}', gen_random_uuid(), 'x', 'x')`;
    await expect(as(ours, insert)).rejects.toMatchObject({ code: "42501" });
    const move = `UPDATE spinners SET tenant_id = '${theirs}'`;
    await expect(as(ours, move)).rejects.toMatchObject({ code: "42501" });
    expect((await as(ours, "UPDATE spinners SET name = 'y'")).count).toBe(1);
  });

  test("binds the owner of the tables too", async () => {
    const count = `SELECT count(*) FROM "${schema}".spinners`;
    const counting = admin.begin(async (sql) => {
      await sql.unsafe("SET LOCAL ROLE spinner_owner");
      return sql.unsafe(count);
    });
    await expect(counting).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
    expect(Number((await admin.unsafe(count))[0]?.count)).toBeGreaterThan(1);
  });
});

describe("the role that serves", () => {
  test("is not too strong", () => checkServingRole(url));

  test.each([
    "SELECT set_config('app.tenant_id', '00000000-0000-0000-0000-000000000001', true)",
    "TRUNCATE spins",
    "DROP TABLE spins",
    "ALTER TABLE spins DISABLE ROW LEVEL SECURITY",
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE spins (id int)",
    "SET LOCAL ROLE spinner_platform",
    "SET LOCAL ROLE spinner_owner",
    "COPY spinners TO PROGRAM 'true'",
  ])("may not: %s", async (statement) => {
    await expect(as(ours, statement)).rejects.toMatchObject({ code: expect.stringMatching(/42501|42P16/) });
  });
});
