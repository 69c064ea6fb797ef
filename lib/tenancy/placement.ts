/** The three architectures. */
export const ARCHITECTURES = ["shared", "schema", "database"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** Where a tenant's rows live. Nothing outside lib/tenancy and lib/db looks inside. */
export interface Placement {
  /** A name from the catalog's `servers`. */
  server: string;
  /** A database of the tenant's own on that server; undefined: the server's main one. */
  database: string | undefined;
  schema: string;
}

/**
 * The placement of a tenant. Names come from the id, never the slug: PostgreSQL cuts names at 63 bytes,
 * so two long slugs could share a schema, and a rename would have to move data.
 */
export function placementOf(tenant: { id: string; architecture: Architecture; server: string }): Placement {
  const own = `t_${hex(tenant.id)}`;
  switch (tenant.architecture) {
    case "shared":
      return { server: tenant.server, database: undefined, schema: "shared" };
    case "schema":
      return { server: tenant.server, database: undefined, schema: own };
    case "database":
      return { server: tenant.server, database: own, schema: "shared" };
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string is a UUID as this code writes it: lower case, with its hyphens. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

function hex(id: string): string {
  if (!isUuid(id)) throw new Error("a tenant's id is a UUID");
  return id.replaceAll("-", "");
}
