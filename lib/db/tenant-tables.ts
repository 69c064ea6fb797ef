import { getTableName, is } from "drizzle-orm";
import { type PgColumn, type PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/drizzle/tenant/schema";

/** A table of the data plane. */
export type TenantTable = PgTable & { tenantId: PgColumn };

/** A row to be stored: the helper fills its tenant. */
export type NewRow<T extends TenantTable> = Omit<PgInsertValue<T>, "tenantId">;

/** The names of all tables of the data plane. */
export const TENANT_TABLES: ReadonlySet<string> = new Set(
  Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map(getTableName),
);

export function isTenantTable(value: unknown): value is TenantTable {
  return is(value, PgTable) && TENANT_TABLES.has(getTableName(value));
}
