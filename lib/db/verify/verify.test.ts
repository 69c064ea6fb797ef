import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { type Admin, connectAsAdmin } from "../admin";
import { ensurePrimary } from "../roles";
import { verify } from "./verify";

let server: OwnServer;
let admin: Admin;

/* On a server of its own: roles belong to a whole server, and what is broken here must not be broken elsewhere. */
beforeAll(async () => {
  server = await ownServer();
  admin = connectAsAdmin(server.adminUrl);
});

afterAll(async () => {
  await admin.end();
  await server.remove();
});

const faults = async () => (await verify(server.adminUrl)).flatMap((checked) => checked.faults);

test("a migrated database has no faults", async () => {
  expect(await faults()).toEqual([]);
});

describe("every wall that is taken down is found, and its repair too", () => {
  test.each([
    [
      "ALTER TABLE shared.spins NO FORCE ROW LEVEL SECURITY",
      "ALTER TABLE shared.spins FORCE ROW LEVEL SECURITY",
      "FORCE",
    ],
    [
      "ALTER TABLE shared.spins DISABLE ROW LEVEL SECURITY",
      "ALTER TABLE shared.spins ENABLE ROW LEVEL SECURITY",
      "ENABLE",
    ],
    ["ALTER POLICY tenant_wall ON shared.people USING (true)", undefined, "says something else"],
    ["DROP POLICY tenant_wall ON shared.people", undefined, "restrictive"],
    ["CREATE POLICY careless ON shared.spins USING (true)", "DROP POLICY careless ON shared.spins", "careless"],
    ["CREATE TABLE shared.notes (id uuid PRIMARY KEY)", "DROP TABLE shared.notes", "shared.notes"],
    ["CREATE UNIQUE INDEX odd ON shared.people (email)", "DROP INDEX shared.odd", "led by tenant_id"],
    ["CREATE VIEW shared.all_spins AS SELECT * FROM shared.spins", "DROP VIEW shared.all_spins", "all_spins"],
    [
      "ALTER VIEW shared.live_rollups RESET (security_invoker)",
      "ALTER VIEW shared.live_rollups SET (security_invoker = true)",
      "live_rollups",
    ],
    ["CREATE MATERIALIZED VIEW shared.kept AS SELECT 1 AS one", "DROP MATERIALIZED VIEW shared.kept", "kept"],
    ["GRANT TRUNCATE ON shared.spins TO spinner_app", "REVOKE TRUNCATE ON shared.spins FROM spinner_app", "TRUNCATE"],
    ["GRANT SELECT ON shared.spins TO PUBLIC", "REVOKE SELECT ON shared.spins FROM PUBLIC", "PUBLIC"],
    ["GRANT SELECT ON catalog.servers TO spinner_app", "REVOKE SELECT ON catalog.servers FROM spinner_app", "servers"],
    ["GRANT UPDATE ON catalog.plans TO spinner_app", "REVOKE UPDATE ON catalog.plans FROM spinner_app", "plans"],
    ["GRANT DELETE ON catalog.tenants TO spinner_app", "REVOKE DELETE ON catalog.tenants FROM spinner_app", "DELETE"],
    [
      "GRANT UPDATE (slug) ON catalog.tenants TO spinner_app",
      "REVOKE UPDATE (slug) ON catalog.tenants FROM spinner_app",
      "UPDATE (slug)",
    ],
    [
      "ALTER TABLE catalog.tenants DISABLE ROW LEVEL SECURITY",
      "ALTER TABLE catalog.tenants ENABLE ROW LEVEL SECURITY",
      "catalog.tenants lacks ENABLE",
    ],
    [
      "CREATE POLICY careless ON catalog.tenants FOR UPDATE USING (true)",
      "DROP POLICY careless ON catalog.tenants",
      "careless",
    ],
    [
      "ALTER POLICY tenant_wall ON catalog.tenants RENAME TO odd; CREATE POLICY tenant_wall ON catalog.tenants FOR ALL USING (true); DROP POLICY odd ON catalog.tenants",
      "DROP POLICY tenant_wall ON catalog.tenants; CREATE POLICY tenant_wall ON catalog.tenants AS RESTRICTIVE FOR UPDATE USING (id = current_setting('app.tenant_id')::uuid) WITH CHECK (id = current_setting('app.tenant_id')::uuid)",
      "restrictive",
    ],
    [
      "GRANT EXECUTE ON FUNCTION set_config(text, text, boolean) TO spinner_app",
      "REVOKE EXECUTE ON FUNCTION set_config(text, text, boolean) FROM spinner_app",
      "set_config",
    ],
    [
      "CREATE FUNCTION shared.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1::bigint'",
      "DROP FUNCTION shared.peek()",
      "SECURITY DEFINER",
    ],
    [
      "ALTER TABLE shared.spinners ADD COLUMN twin uuid, ADD CONSTRAINT twin_key UNIQUE (tenant_id, twin), ADD CONSTRAINT plain_fk FOREIGN KEY (tenant_id, twin) REFERENCES shared.spinners (tenant_id, twin)",
      "ALTER TABLE shared.spinners DROP COLUMN twin CASCADE",
      undefined,
    ],
    [
      "CREATE FUNCTION shared.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER odd BEFORE INSERT ON shared.spins FOR EACH ROW EXECUTE FUNCTION shared.f()",
      "DROP FUNCTION shared.f() CASCADE",
      "odd",
    ],
  ])("%s", async (breaking, repair, says) => {
    const undo = repair ?? (await restorePolicy(breaking));
    await admin.unsafe(breaking);
    const found = (await faults()).join("\n");
    await admin.unsafe(undo);
    if (says === undefined) expect(found).toBe("");
    else expect(found).toContain(says);
    expect(await faults()).toEqual([]);
  });
});

test("roles that gained power lose it at the next repair", async () => {
  await admin.unsafe("ALTER ROLE spinner_app CREATEDB");
  await admin.unsafe("GRANT spinner_platform TO spinner_app");
  expect((await faults()).join()).toMatch(/spinner_app.*spinner_platform/);
  await ensurePrimary(admin);
  expect(await faults()).toEqual([]);
});

/** The policy as it was, put in place of whatever stands there now. */
async function restorePolicy(breaking: string): Promise<string> {
  const [table = ""] = /shared\.\w+/.exec(breaking) ?? [];
  const predicate = "tenant_id = current_setting('app.tenant_id')::uuid";
  return `DROP POLICY IF EXISTS tenant_wall ON ${table};
    CREATE POLICY tenant_wall ON ${table} AS RESTRICTIVE FOR ALL USING (${predicate}) WITH CHECK (${predicate})`;
}
