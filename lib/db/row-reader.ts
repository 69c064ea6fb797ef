import { Column, is, SQL } from "drizzle-orm";

export type RowReader = (row: unknown[]) => unknown;

interface Selected {
  /** Where the value goes: `["spinner", "name"]`. */
  path: string[];
  field: unknown;
}

/**
 * Reads a row of PostgreSQL's texts into the object that a query selects. The decoder of each column is looked up
 * once, where Drizzle's own reader looks it up again for every row.
 */
export function rowReader(fields: Selected[]): RowReader {
  return objectReader(fields.map((field, index) => ({ ...field, index })));
}

function objectReader(columns: (Selected & { index: number })[]): RowReader {
  const names = [...new Set(columns.map(({ path: [name = ""] }) => name))];
  const readers = names.map((name) => [name, valueReader(columns.filter(({ path }) => path[0] === name))] as const);
  return (row) => {
    const result: Record<string, unknown> = {};
    for (const [name, read] of readers) result[name] = read(row);
    return result;
  };
}

/** One column's value, or of several that share a name an object. */
function valueReader(columns: (Selected & { index: number })[]): RowReader {
  const [only] = columns;
  if (!only || only.path.length > 1) {
    return objectReader(columns.map(({ path, ...column }) => ({ ...column, path: path.slice(1) })));
  }
  const decode = decoderOf(only.field);
  return (row) => {
    const raw = row[only.index];
    return raw === null ? null : decode(raw);
  };
}

/** A column decodes by itself; an expression has a decoder, under a name or not. */
function decoderOf(field: unknown): (value: unknown) => unknown {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value);
  if (is(field, SQL.Aliased)) return decoderOf(field.sql);
  const decoder: unknown = is(field, SQL) ? Reflect.get(field, "decoder") : undefined;
  const decode: unknown =
    typeof decoder === "object" && decoder !== null ? Reflect.get(decoder, "mapFromDriverValue") : undefined;
  if (typeof decode !== "function") throw new Error("a selected field has no decoder");
  return (value) => Reflect.apply(decode, decoder, [value]);
}
