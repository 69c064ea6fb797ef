import { AppError } from "@/lib/app-error";
import type { Admin } from "./admin";
import { type Migration, markOf, type Plane } from "./migrations";
import { APP_ROLE, OWNER_ROLE, PLATFORM_ROLE } from "./role-names";
import { TENANT_TABLES, TENANT_VIEWS } from "./tenant-tables";

export interface Target {
  plane: Plane;
  schema: string;
  /** The role that serves tenants there. */
  role: string;
  /** What says, in one query a server, how far it is: a schema's or a database's comment; undefined: nothing does. */
  marked?: "schema" | "database";
}

/**
 * Applies what is missing to one schema, in one transaction; names resolve in it alone. Returns the names of what was
 * applied. Throws 409 `migration_changed`, and PostgreSQL's 55P03 where somebody holds a table for longer than 2 s.
 */
export async function migrateSchema(admin: Admin, target: Target, migrations: Migration[]): Promise<string[]> {
  return admin.begin(async (sql) => {
    await sql.unsafe(`
      SET LOCAL ROLE ${OWNER_ROLE};
      SET LOCAL search_path = "${target.schema}";
      SET LOCAL lock_timeout = '2s';
      CREATE TABLE IF NOT EXISTS schema_migrations
        (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const ledger = await sql`SELECT name, hash FROM schema_migrations`;
    const missing = pending(migrations, new Map(ledger.map((row) => [String(row.name), String(row.hash)])));
    await sql.unsafe([...missing.flatMap(statementsOf), ...grants(target), ...mark(target, migrations)].join("\n;\n"));
    return missing.map(({ name }) => name);
  });
}

function pending(all: Migration[], ledger: ReadonlyMap<string, string>): Migration[] {
  for (const { name, hash } of all) {
    if (ledger.has(name) && ledger.get(name) !== hash) {
      throw new AppError("conflict", "migration_changed", `Migration ${name} was changed after it had been applied.`);
    }
  }
  return all.filter(({ name }) => !ledger.has(name));
}

function statementsOf({ name, hash, statements }: Migration): string[] {
  return [...statements, `INSERT INTO schema_migrations (name, hash) VALUES ('${name}', '${hash}')`];
}

/** Tables that only an operator writes. */
const READ_ONLY = new Set(["moved_away"]);
const READABLE = {
  catalog: "tenants, plans, former_slugs, database_access, schema_migrations",
  tenant: ["schema_migrations", ...READ_ONLY, ...TENANT_VIEWS].join(", "),
};

/** What of the catalog the application role may change, in one tenant's name: row security holds the row. */
export const CHANGEABLE = { table: "tenants", columns: ["name", "accent"] } as const;

/** The application role reads the catalog, but no server's address; of the data plane it may do all but own it. */
function grants({ plane, schema, role }: Target): string[] {
  const rows = "SELECT, INSERT, UPDATE, DELETE";
  const writable = [...TENANT_TABLES].filter((name) => plane === "tenant" && !READ_ONLY.has(name));
  return [
    `GRANT SELECT ON ${READABLE[plane]} TO ${role}`,
    ...(plane === "catalog"
      ? [`GRANT UPDATE (${CHANGEABLE.columns.join(", ")}) ON ${CHANGEABLE.table} TO ${role}`]
      : []),
    ...(writable.length > 0 ? [`GRANT ${rows} ON ${writable.join(", ")} TO ${role}`] : []),
    `GRANT ${rows} ON ALL TABLES IN SCHEMA "${schema}" TO ${PLATFORM_ROLE}`,
  ];
}

function mark({ marked, schema, role }: Target, migrations: Migration[]): string[] {
  if (!marked) return [];
  const name = marked === "schema" ? schema : role;
  return [`COMMENT ON ${marked} "${name}" IS '${markOf(migrations)}'`];
}

/** The catalog and the shared placement, in the primary's main database. */
export const CATALOG: Target = { plane: "catalog", schema: "catalog", role: APP_ROLE };
export const SHARED: Target = { plane: "tenant", schema: "shared", role: APP_ROLE };
