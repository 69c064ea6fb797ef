import type { Admin } from "./admin";
import { OWNER_ROLE, PLATFORM_ROLE } from "./role-names";

/**
 * Makes the schemas of the database that this connection is in, and leaves everybody in it what they need: `role`
 * serves tenants there, the platform role works across them, and PUBLIC has nothing.
 */
export async function closeDatabase(admin: Admin, schemas: string[], role: string): Promise<void> {
  const [row] = await admin`SELECT quote_ident(current_database()) AS name`;
  const database = String(row?.name);
  await admin.begin(async (sql) => {
    // Two that start at once would both find no schema.
    await sql`SELECT pg_advisory_xact_lock(hashtext('spinner-tracking roles'))`;
    for (const schema of schemas) {
      await sql.unsafe(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${OWNER_ROLE}`);
      await sql.unsafe(`GRANT USAGE ON SCHEMA ${schema} TO ${role}, ${PLATFORM_ROLE}`);
    }
    await sql.unsafe(`GRANT CONNECT ON DATABASE ${database} TO ${role}, ${PLATFORM_ROLE}`);
    await sql.unsafe(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
    // A move gathers what differs in a temporary table.
    await sql.unsafe(`GRANT TEMPORARY ON DATABASE ${database} TO ${PLATFORM_ROLE}`);
    await sql.unsafe("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    // One injected set_config('app.tenant_id', …) in a WHERE would defeat row security. Dump tools need it.
    await sql.unsafe("REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC");
    await sql.unsafe(
      `GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO ${OWNER_ROLE}, ${PLATFORM_ROLE}`,
    );
  });
}
