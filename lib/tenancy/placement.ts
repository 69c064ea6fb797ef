/** The three architectures. */
export const ARCHITECTURES = ["shared", "schema", "database"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** The server that holds the catalog, the shared placement and every schema of a tenant's own. */
export const PRIMARY = "primary";

/** Where a tenant's rows live. Nothing outside lib/tenancy, lib/db and lib/moves looks inside. */
export interface Placement {
  architecture: Architecture;
  /** A name from the catalog's `servers`. */
  server: string;
  /** A database of the tenant's own on that server, and the role that serves it; undefined: the server's main one. */
  database: string | undefined;
  schema: string;
}

/** What of a tenant says where its rows live. */
export interface Placed {
  id: string;
  architecture: Architecture;
  server: string;
}

/**
 * The placement of a tenant. Names come from the id, never the slug: PostgreSQL cuts names at 63 bytes,
 * so two long slugs could share a schema, and a rename would have to move data.
 */
export function placementOf({ id, architecture, server }: Placed): Placement {
  const own = `t_${hex(id)}`;
  switch (architecture) {
    case "shared":
      return { architecture, server, database: undefined, schema: "shared" };
    case "schema":
      return { architecture, server, database: undefined, schema: own };
    case "database":
      return { architecture, server, database: own, schema: "shared" };
  }
}

/** Whether two placements are one place. */
export function isSamePlace(one: Placement, other: Placement): boolean {
  return one.server === other.server && one.database === other.database && one.schema === other.schema;
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
