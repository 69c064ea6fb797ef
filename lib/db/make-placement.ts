import { randomBytes } from "node:crypto";
import type { Placed, Placement } from "@/lib/tenancy/placement";
import { PRIMARY, placementOf } from "@/lib/tenancy/placement";
import { type Admin, type AdminTransaction, withConnection } from "./admin";
import { closeDatabase } from "./close-database";
import { adminUrlOf, type Cluster } from "./cluster";
import { migrateTarget } from "./migrate";
import { targetOf } from "./placements";
import { APP_ROLE, OWNER_ROLE, PLATFORM_ROLE } from "./role-names";
import { makeServingRole } from "./roles";

/**
 * Makes the place where a tenant's rows are to live, with its tables, policies and grants; what is there already is
 * brought up to date. Throws 404 `server_unknown`, 422 `admin_too_weak`, and whatever the server has to say.
 */
export async function makePlacement(cluster: Cluster, tenant: Placed): Promise<Placement> {
  const placement = placementOf(tenant);
  if (placement.architecture === "schema") await makeSchema(cluster, placement);
  if (placement.architecture === "database") await makeDatabase(cluster, placement, tenant.id);
  if (placement.architecture !== "shared") await migrateTarget(cluster, placement, targetOf(placement));
  return placement;
}

/** Removes a schema or database of a tenant's own, rows and all. Nothing where there is none, or for `shared`. */
export async function removePlacement(cluster: Cluster, tenant: Placed): Promise<void> {
  const placement = placementOf(tenant);
  const { architecture, database, schema } = placement;
  if (architecture === "shared") return;
  await withConnection(adminUrlOf(cluster, { ...placement, database: undefined }), async (admin) => {
    if (architecture === "schema") return void (await admin.unsafe(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`));
    await admin.unsafe(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await admin.unsafe(`DROP ROLE IF EXISTS "${database}"`);
  });
  if (architecture === "schema") return;
  const catalog = adminUrlOf(cluster, { server: PRIMARY, database: undefined });
  await withConnection(
    catalog,
    (admin) =>
      admin`DELETE FROM catalog.database_access WHERE tenant_id = ${tenant.id} AND server = ${placement.server}`,
  );
}

function makeSchema(cluster: Cluster, placement: Placement): Promise<void> {
  return withConnection(adminUrlOf(cluster, placement), (admin) =>
    admin.begin((sql) => ownSchema(sql, placement.schema)),
  );
}

async function ownSchema(sql: AdminTransaction, schema: string): Promise<void> {
  await sql.unsafe(`
    CREATE SCHEMA IF NOT EXISTS "${schema}" AUTHORIZATION ${OWNER_ROLE};
    GRANT USAGE ON SCHEMA "${schema}" TO ${APP_ROLE}, ${PLATFORM_ROLE}`);
}

/** A database, and a role of its own that may connect to it and to no other. */
async function makeDatabase(cluster: Cluster, placement: Placement, tenantId: string): Promise<void> {
  const { server, database = "" } = placement;
  const address = adminUrlOf(cluster, { server, database: undefined });
  const password = randomBytes(24).toString("hex");
  await withConnection(address, async (admin) => {
    await makeServingRole(admin, database, password);
    const [there] = await admin`SELECT 1 FROM pg_database WHERE datname = ${database}`;
    if (!there) await admin.unsafe(`CREATE DATABASE "${database}" OWNER ${OWNER_ROLE} TEMPLATE template0`);
  });
  await withConnection(adminUrlOf(cluster, placement), (admin) => closeDatabase(admin, ["shared"], database));
  await withConnection(adminUrlOf(cluster, { server: PRIMARY, database: undefined }), (catalog) =>
    keepAccess(catalog, { tenantId, server, password, address: server === PRIMARY ? null : new URL(address).host }),
  );
}

async function keepAccess(
  catalog: Admin,
  access: { tenantId: string; server: string; password: string; address: string | null },
): Promise<void> {
  const { tenantId, server, address, password } = access;
  await catalog`
    INSERT INTO catalog.database_access (tenant_id, server, address, password)
    VALUES (${tenantId}, ${server}, ${address}, ${password})
    ON CONFLICT (tenant_id, server) DO UPDATE SET address = excluded.address, password = excluded.password`;
}
