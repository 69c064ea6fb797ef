import { AppError } from "@/lib/app-error";
import type { Admin } from "./admin";
import { CATALOG_SCHEMA } from "./catalog";
import { type Migration, type Plane, readMigrations } from "./migrations";
import { APP_ROLE, OWNER_ROLE, PLATFORM_ROLE } from "./role-names";
import { TENANT_TABLES } from "./tenant-tables";

export interface Migrated {
  schema: string;
  /** Names of the migrations that this run applied. */
  applied: string[];
}

/**
 * Brings the catalog and the shared placement up to date, each in a transaction of its own; what is applied is
 * left alone. Throws 409 `migrating` with who holds the lock, 409 `migration_changed`.
 */
export async function migrate(admin: Admin): Promise<Migrated[]> {
  await lock(admin);
  try {
    return [await migrateSchema(admin, CATALOG_SCHEMA, "catalog"), await migrateSchema(admin, "shared", "tenant")];
  } finally {
    await admin`SELECT pg_advisory_unlock(hashtext('spinner-tracking migrations'))`;
  }
}

async function lock(admin: Admin): Promise<void> {
  const [mine] = await admin`SELECT pg_try_advisory_lock(hashtext('spinner-tracking migrations')) AS got`;
  if (mine?.got) return;
  const [holder] = await admin`
    SELECT pid, to_char(backend_start, 'HH24:MI:SS') AS since FROM pg_stat_activity
    WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND objid = (hashtext('spinner-tracking migrations')::bigint & 4294967295)::oid)`;
  const who = holder ? `process ${holder.pid} of the database, since ${holder.since} UTC` : "another process";
  throw new AppError("conflict", "migrating", `A migration is running already: ${who}.`);
}

/** The same files for any schema: names resolve in the one that the transaction has chosen. */
async function migrateSchema(admin: Admin, schema: string, plane: Plane): Promise<Migrated> {
  const applied = await admin.begin(async (sql) => {
    await sql.unsafe(`SET LOCAL ROLE ${OWNER_ROLE}`);
    await sql.unsafe(`SET LOCAL search_path = "${schema}"`);
    await sql.unsafe("SET LOCAL lock_timeout = '2s'");
    await sql.unsafe(
      `CREATE TABLE IF NOT EXISTS schema_migrations
         (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const ledger = await sql`SELECT name, hash FROM schema_migrations`;
    const missing = pending(readMigrations(plane), new Map(ledger.map((row) => [String(row.name), String(row.hash)])));
    for (const { name, hash, statements } of missing) {
      for (const statement of statements) await sql.unsafe(statement);
      await sql`INSERT INTO schema_migrations (name, hash) VALUES (${name}, ${hash})`;
    }
    for (const grant of grants(plane, schema)) await sql.unsafe(grant);
    return missing.map(({ name }) => name);
  });
  return { schema, applied };
}

function pending(all: Migration[], ledger: ReadonlyMap<string, string>): Migration[] {
  for (const { name, hash } of all) {
    if (ledger.has(name) && ledger.get(name) !== hash) {
      throw new AppError("conflict", "migration_changed", `Migration ${name} was changed after it had been applied.`);
    }
  }
  return all.filter(({ name }) => !ledger.has(name));
}

/** The application role reads the catalog, but no server's address; of the data plane it may do all but own it. */
function grants(plane: Plane, schema: string): string[] {
  const rows = "SELECT, INSERT, UPDATE, DELETE";
  const readable = plane === "catalog" ? "tenants, former_slugs, schema_migrations" : "schema_migrations";
  const writable = plane === "catalog" ? [] : [`GRANT ${rows} ON ${[...TENANT_TABLES].join(", ")} TO ${APP_ROLE}`];
  return [
    `GRANT SELECT ON ${readable} TO ${APP_ROLE}`,
    ...writable,
    `GRANT ${rows} ON ALL TABLES IN SCHEMA "${schema}" TO ${PLATFORM_ROLE}`,
  ];
}
