import { getTableName, is } from "drizzle-orm";
import { getTableConfig, getViewConfig, type PgColumn, type PgInsertValue, PgTable, PgView } from "drizzle-orm/pg-core";
import * as schema from "@/drizzle/tenant/schema";

/** A table of the data plane. */
export type TenantTable = PgTable & { tenantId: PgColumn };

/** A table, or a view of some, that carries the tenant. */
type TenantSource = { tenantId: PgColumn };

/** A row to be stored: the helper fills its tenant. */
export type NewRow<T extends TenantTable> = Omit<PgInsertValue<T>, "tenantId">;

/** The names of all tables of the data plane. */
export const TENANT_TABLES: ReadonlySet<string> = new Set(
  Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map(getTableName),
);

/** The names of its views: what may be read under another name. */
export const TENANT_VIEWS: ReadonlySet<string> = new Set(
  Object.values(schema)
    .filter((view) => is(view, PgView))
    .map((view) => getViewConfig(view).name),
);

/** Every name that a statement may hold to the tenant. */
export const TENANT_NAMES: ReadonlySet<string> = new Set([...TENANT_TABLES, ...TENANT_VIEWS]);

export function isTenantSource(value: unknown): value is TenantSource {
  if (is(value, PgTable)) return TENANT_TABLES.has(getTableName(value));
  return is(value, PgView) && TENANT_VIEWS.has(getViewConfig(value).name);
}

/** What a tenant's rows are made of: tables that only point at those before them. */
export interface RowsTable {
  name: string;
  columns: string[];
  /** The primary key; without `tenant_id`, unless there is nothing else to it. */
  key: string[];
  /** The column by which a row points at another of the table, at one that points at none itself. */
  within: string | undefined;
}

/** Every table that holds rows of a tenant's own, which go where it goes. */
export const ROWS_TABLES: RowsTable[] = parentsFirst(
  Object.values(schema)
    .filter((table) => is(table, PgTable))
    .filter((table) => table !== schema.movedAway),
).map((table) => {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys.flatMap((primary) => primary.columns.map((column) => column.name));
  const own = key.filter((column) => column !== "tenant_id");
  return {
    name,
    columns: columns.map((column) => column.name),
    key: own.length > 0 ? own : key,
    within: pointerWithin(table),
  };
});

function pointerWithin(table: PgTable): string | undefined {
  const references = getTableConfig(table).foreignKeys.map((key) => key.reference());
  const own = references.find(({ foreignTable }) => foreignTable === table);
  return own?.columns.find((column) => column.name !== "tenant_id")?.name;
}

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
