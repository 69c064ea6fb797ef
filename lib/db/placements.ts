import { type Placement, PRIMARY, placementOf } from "@/lib/tenancy/placement";
import type { Admin } from "./admin";
import type { Target } from "./migrate-schema";
import { APP_ROLE } from "./role-names";

/** A tenant's own schema or database. */
export interface OwnPlacement {
  tenantId: string;
  slug: string;
  placement: Placement;
}

/** Every schema and database of a tenant's own, by address. */
export async function ownPlacements(catalog: Admin): Promise<OwnPlacement[]> {
  const rows = await catalog<{ id: string; slug: string; placement: "schema" | "database"; server: string }[]>`
    SELECT id, slug, placement, server FROM catalog.tenants WHERE placement <> 'shared' ORDER BY slug`;
  return rows.map(({ id, slug, placement: architecture, server }) => ({
    tenantId: id,
    slug,
    placement: placementOf({ id, architecture, server }),
  }));
}

/** What a migration of a placement works on. */
export function targetOf({ database, schema }: Placement): Target {
  if (database) return { plane: "tenant", schema, role: database, marked: "database" };
  return { plane: "tenant", schema, role: APP_ROLE, ...(schema !== "shared" && { marked: "schema" as const }) };
}

/** How far every placement of a server is, in one query: the comments on its schemas and databases. */
export async function marksOn(admin: Admin, server: string): Promise<ReadonlyMap<string, string>> {
  const schemas = `SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname LIKE 't\\_%' UNION ALL `;
  const rows = await admin
    .unsafe(
      `${server === PRIMARY ? schemas : ""}
       SELECT '/' || datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname LIKE 't\\_%'`,
    )
    .values();
  return new Map(rows.map(([name, mark]) => [String(name), String(mark)]));
}

/** The name under which `marksOn` has a placement. */
export function markKey({ database, schema }: Placement): string {
  return database ? `/${database}` : schema;
}
