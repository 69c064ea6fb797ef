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

function inCatalog<T>(mode: "read" | "write", body: (db: PgRemoteDatabase) => Promise<T>): Promise<T> {
  return transact(catalogPool(), { mode, schema: CATALOG_SCHEMA }, (send) =>
    body(drizzle((text, params) => send(text, params))),
  );
}
