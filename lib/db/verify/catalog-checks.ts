import { CHANGEABLE } from "../migrate-schema";
import type { Check } from "./verify";

const TENANTS = `catalog.${CHANGEABLE.table}`;
const COLUMNS = CHANGEABLE.columns.map((column) => `'${column}'`).join(", ");
const OWN_ROW = "(id = (current_setting(''app.tenant_id''::text))::uuid)";

/**
 * What of the catalog the role `serving` reaches. It changes the name and the accent of tenants, since owners do so on
 * their own pages, in processes that serve them: column by column, and row security leaves the row of the tenant in
 * whose name it works.
 */
export const catalogChecks = (serving: string): Check[] => [
  {
    check:
      "grants: of the catalog names and accents alone are the application's to change, and its secrets not its to read",
    sql: `SELECT format('%s (%s) on %s', privilege, a.attname, c.oid::regclass) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
        unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS privilege
      WHERE n.nspname = 'catalog' AND c.relkind IN ('r', 'p')
        AND NOT (privilege = 'SELECT' AND c.relname IN ('tenants', 'plans', 'former_slugs', 'database_access', 'schema_migrations'))
        AND NOT (privilege = 'UPDATE' AND c.relname = '${CHANGEABLE.table}' AND a.attname IN (${COLUMNS}))
        AND has_column_privilege('${serving}', c.oid, a.attnum, privilege)
      UNION ALL SELECT format('DELETE on %s', c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'catalog' AND c.relkind IN ('r', 'p') AND has_table_privilege('${serving}', c.oid, 'DELETE')`,
  },
  {
    check: "row security: a tenant's row of the catalog is changed in its own name",
    sql: `SELECT '${TENANTS} lacks ENABLE or FORCE ROW LEVEL SECURITY' FROM pg_class
      WHERE oid = to_regclass('${TENANTS}') AND NOT (relrowsecurity AND relforcerowsecurity)
      UNION ALL SELECT '${TENANTS} lacks its restrictive policy' FROM pg_class c
      WHERE c.oid = to_regclass('${TENANTS}') AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid
        AND p.polcmd = 'w' AND NOT p.polpermissive AND p.polroles = ARRAY[0::oid])
      UNION ALL SELECT format('${TENANTS}: policy %s says something else', polname) FROM pg_policy p
      WHERE polrelid = to_regclass('${TENANTS}') AND polcmd <> 'r' AND (polcmd <> 'w'
        OR pg_get_expr(polqual, polrelid) IS DISTINCT FROM '${OWN_ROW}'
        OR pg_get_expr(polwithcheck, polrelid) IS DISTINCT FROM '${OWN_ROW}')`,
  },
];
