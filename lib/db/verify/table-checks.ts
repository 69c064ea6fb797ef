import { FENCE_POLICIES } from "../fence";
import { WITHOUT_TENANT } from "./tables-without-tenant";
import type { Check } from "./verify";

/** Those of tenants that have moved away: restrictive, so they open nothing. */
const FENCES = FENCE_POLICIES.map(({ name }) => `'${name}'`).join(", ");

const LISTED = Object.keys(WITHOUT_TENANT)
  .map((name) => `'${name}'`)
  .join(", ");

/** Tables of every placement: those in our schemas that are not on the written list. */
const TENANT_TABLES = `tenant_tables AS (
  SELECT c.oid, format('%s.%s', n.nspname, c.relname) AS name, c.relrowsecurity, c.relforcerowsecurity, c.relnamespace,
    (SELECT attnum FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND NOT attisdropped) AS tenant_column
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND (n.nspname IN ('catalog', 'shared') OR n.nspname LIKE 't\\_%')
    AND format('%s.%s', CASE WHEN n.nspname LIKE 't\\_%' THEN 'shared' ELSE n.nspname END, c.relname) NOT IN (${LISTED}))`;

const PREDICATE = "(tenant_id = (current_setting(''app.tenant_id''::text))::uuid)";

/** What the tables of tenants are made of. */
export const TABLE_CHECKS: Check[] = [
  {
    check: "tables: every one has a tenant_id of type uuid, or stands on the written list",
    sql: `WITH ${TENANT_TABLES} SELECT name || ' has no tenant_id uuid NOT NULL' FROM tenant_tables t
      WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a
        WHERE a.attrelid = t.oid AND a.attnum = t.tenant_column AND a.atttypid = 'uuid'::regtype AND a.attnotnull)`,
  },
  {
    check: "row security: enabled and forced",
    sql: `WITH ${TENANT_TABLES} SELECT name || ' lacks ENABLE or FORCE ROW LEVEL SECURITY' FROM tenant_tables
      WHERE NOT (relrowsecurity AND relforcerowsecurity)`,
  },
  {
    check: "row security: a restrictive and a permissive policy for ALL, for everybody",
    sql: `WITH ${TENANT_TABLES} SELECT format('%s lacks its %s policy', name, kind)
      FROM tenant_tables t, unnest(ARRAY['restrictive', 'permissive']) AS kind
      WHERE NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = '*'
        AND p.polpermissive = (kind = 'permissive') AND p.polroles = ARRAY[0::oid])`,
  },
  {
    check: "row security: no policy says anything but the tenant",
    sql: `WITH ${TENANT_TABLES} SELECT format('%s: policy %s says something else', name, p.polname)
      FROM tenant_tables t JOIN pg_policy p ON p.polrelid = t.oid
      WHERE NOT (p.polname = ANY (ARRAY[${FENCES}]) AND NOT p.polpermissive) AND (pg_get_expr(p.polqual, p.polrelid) IS DISTINCT FROM '${PREDICATE}'
        OR pg_get_expr(p.polwithcheck, p.polrelid) IS DISTINCT FROM '${PREDICATE}')`,
  },
  {
    check: "keys: every primary and unique key is led by tenant_id",
    sql: `WITH ${TENANT_TABLES} SELECT format('%s: %s is not led by tenant_id', name, i.indexrelid::regclass)
      FROM tenant_tables t JOIN pg_index i ON i.indrelid = t.oid WHERE i.indisunique AND i.indkey[0] IS DISTINCT FROM t.tenant_column
      UNION ALL SELECT name || ' has no primary key' FROM tenant_tables t
      WHERE NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,
  },
  {
    check: "keys: every foreign key carries tenant_id, and stays in its schema",
    sql: `WITH ${TENANT_TABLES} SELECT format('%s: %s', t.name, k.conname)
      FROM tenant_tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
      LEFT JOIN tenant_tables target ON target.oid = k.confrelid
      WHERE target.relnamespace IS DISTINCT FROM t.relnamespace
        OR array_position(k.conkey, t.tenant_column) IS NULL
        OR array_position(k.conkey, t.tenant_column) IS DISTINCT FROM array_position(k.confkey, target.tenant_column)`,
  },
  {
    check: "triggers: none on tenants' tables",
    sql: `WITH ${TENANT_TABLES} SELECT format('%s: %s', t.name, g.tgname) FROM tenant_tables t JOIN pg_trigger g ON g.tgrelid = t.oid
      WHERE NOT g.tgisinternal`,
  },
  {
    check: "views: none without security_invoker, and none materialised",
    sql: `SELECT format('%s', c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
        AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT coalesce(c.reloptions::text[] @> ARRAY['security_invoker=true'], false)))`,
  },
];
