import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import { CATALOG_SCHEMA } from "./catalog-schema";
import { catalogPool } from "./servers";
import { transact } from "./transaction";

export type CatalogDb = PgRemoteDatabase;

/** Reads the catalog in one transaction. Throws 503 `unavailable`. */
export function readCatalog<T>(body: (db: PgRemoteDatabase) => Promise<T>): Promise<T> {
  return inCatalog("read", body);
}

/** Changes the catalog; only an operator's connection may. Throws 503 `unavailable`. */
export function writeCatalog<T>(body: (db: PgRemoteDatabase) => Promise<T>): Promise<T> {
  return inCatalog("write", body);
}

/**
 * Changes the catalog in one tenant's name: of its row what a serving process may change, and nothing else. Throws 503
 * `unavailable`.
 */
export function writeCatalogAs<T>(tenantId: string, body: (db: PgRemoteDatabase) => Promise<T>): Promise<T> {
  return inCatalog("write", body, tenantId);
}

function inCatalog<T>(
  mode: "read" | "write",
  body: (db: PgRemoteDatabase) => Promise<T>,
  tenantId?: string,
): Promise<T> {
  const how = { mode, schema: CATALOG_SCHEMA, ...(tenantId && { tenantId }) };
  return transact(catalogPool(), how, (send) => body(drizzle((text, params) => send(text, params))));
}
