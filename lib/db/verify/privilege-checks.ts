import { APP_ROLE, OWNER_ROLE, PLATFORM_ROLE } from "../role-names";
import type { Check } from "./verify";

const OURS = "n.nspname IN ('catalog', 'shared') OR n.nspname LIKE 't\\_%'";

/** Roles that serve tenants: the application role, and those of tenants' own databases. */
const SERVING = `(rolname = '${APP_ROLE}' OR rolname LIKE 't\\_%')`;

/** What the roles are, and what they may do where \`serving\` is the role that serves tenants. */
export const privilegeChecks = (serving: string): Check[] => [
  {
    check: "roles: all three exist",
    sql: `SELECT format('%s does not exist', name) FROM unnest(ARRAY['${APP_ROLE}', '${OWNER_ROLE}', '${PLATFORM_ROLE}']) AS name
      WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name)`,
  },
  {
    check: "roles: application and owner are bound by row security",
    sql: `SELECT format('%s is a superuser, or has BYPASSRLS, CREATEROLE, CREATEDB or REPLICATION', rolname) FROM pg_roles
      WHERE (${SERVING} OR rolname = '${OWNER_ROLE}') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  },
  {
    check: "roles: only the application role can log in",
    sql: `SELECT format('%s can log in', rolname) FROM pg_roles WHERE rolname IN ('${OWNER_ROLE}', '${PLATFORM_ROLE}') AND rolcanlogin`,
  },
  {
    check: "roles: those that serve are members of nothing",
    sql: `SELECT format('%s is a member of %s', rolname, roleid::regrole) FROM pg_auth_members JOIN pg_roles r ON r.oid = member
      WHERE ${SERVING}`,
  },
  {
    check: "databases: only the role that serves one may connect to it",
    sql: `SELECT format('%s may connect', rolname) FROM pg_roles
      WHERE ${SERVING} AND rolname <> '${serving}' AND has_database_privilege(rolname, current_database(), 'CONNECT')`,
  },
  {
    check: "ownership: the application role owns nothing",
    sql: `SELECT format('%s is owned by the application role', oid::regclass) FROM pg_class
      WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = '${serving}')`,
  },
  {
    check: "ownership: our tables belong to the owner role",
    sql: `SELECT format('%s belongs to %s', c.oid::regclass, c.relowner::regrole) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (${OURS}) AND c.relkind IN ('r', 'p') AND c.relowner::regrole::text <> '${OWNER_ROLE}'`,
  },
  {
    check: "grants: the application role has no TRUNCATE, REFERENCES, TRIGGER, and no CREATE",
    sql: `SELECT format('%s on %s', privilege, c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
      WHERE (${OURS}) AND c.relkind IN ('r', 'p') AND has_table_privilege('${serving}', c.oid, privilege)
      UNION ALL SELECT format('CREATE on schema %s', n.nspname) FROM pg_namespace n
      WHERE (${OURS} OR n.nspname = 'public') AND has_schema_privilege('${serving}', n.oid, 'CREATE')
      UNION ALL SELECT 'TEMPORARY on the database' WHERE has_database_privilege('${serving}', current_database(), 'TEMPORARY')`,
  },
  {
    check: "grants: PUBLIC has nothing of ours",
    sql: `SELECT format('%s on %s to PUBLIC', a.privilege_type, c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        aclexplode(c.relacl) AS a WHERE (${OURS}) AND a.grantee = 0`,
  },
  {
    check: "functions: set_config is out of the application's reach",
    sql: `SELECT 'the application role may call set_config'
      WHERE has_function_privilege('${serving}', 'pg_catalog.set_config(text, text, boolean)', 'EXECUTE')`,
  },
  {
    check: "functions: no SECURITY DEFINER in the application's reach",
    sql: `SELECT format('%s is SECURITY DEFINER', p.oid::regprocedure) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_function_privilege('${serving}', p.oid, 'EXECUTE')`,
  },
];
