import { getTableName, is } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgInsertValue, PgTable } from "drizzle-orm/pg-core";
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

/** What a tenant's rows are made of: tables that only point at those before them. */
export interface RowsTable {
  name: string;
  columns: string[];
  /** The primary key, without `tenant_id`. */
  key: string[];
}

/** Every table that holds rows of a tenant's own, which go where it goes. */
export const ROWS_TABLES: RowsTable[] = parentsFirst(
  Object.values(schema).filter((table) => table !== schema.movedAway),
).map((table) => {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys.flatMap((primary) => primary.columns.map((column) => column.name));
  return { name, columns: columns.map((column) => column.name), key: key.filter((column) => column !== "tenant_id") };
});

/** A module's exports come in no order that one could rely on: by name in Node, as written from some bundlers. */
function parentsFirst(tables: PgTable[]): PgTable[] {
  const sorted: PgTable[] = [];
  while (sorted.length < tables.length) {
    const next = tables.find(
      (table) => !sorted.includes(table) && parentsOf(table).every((each) => sorted.includes(each)),
    );
    if (!next) throw new Error("tables point at each other in a circle");
    sorted.push(next);
  }
  return sorted;
}

function parentsOf(table: PgTable): PgTable[] {
  return getTableConfig(table)
    .foreignKeys.map((key) => key.reference().foreignTable)
    .filter((each) => each !== table);
}
