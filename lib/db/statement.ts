import { fillPlaceholders, type Placeholder, sql } from "drizzle-orm";
import type { Rows } from "./connection";
import { type RowReader, rowReader } from "./row-reader";
import { TenantDb } from "./tenant-db";

/** Names that stand for a statement's values while it is built. */
export type Named<K extends string> = Readonly<Record<K, Placeholder>>;

/** A query of Drizzle's, ready to be compiled. */
interface Compilable<R> {
  prepare: (name: string) => { execute: () => Promise<R> };
}

interface Compiled {
  text: string;
  /** Values as they stand, and names in place of those to come. */
  params: unknown[];
  read: RowReader;
}

type Sender = (text: string, params: unknown[]) => Promise<{ rows: Rows }>;

/**
 * A query that is compiled once and run in any tenant's scope: what changes between runs are its named values and the
 * tenant. Putting Drizzle's SQL together anew takes longer than PostgreSQL needs to answer from rollups.
 */
export class Statement<K extends string, R> {
  #compiled: Compiled | undefined;

  /** `build` is called once, on first use, with a name in place of each value. */
  constructor(private readonly build: (db: TenantDb, values: Named<K>) => Compilable<R>) {}

  /** For `TenantDb.run` alone: it brings the guarded `send` of its scope. */
  async execute(send: Sender, tenantId: string, values: Record<K, string | number>): Promise<R> {
    this.#compiled ??= compiled(this.build(TEMPLATE, names<K>()));
    const { text, params, read } = this.#compiled;
    const { rows } = await send(text, fillPlaceholders(params, { ...values, tenant: tenantId }));
    return asResult<R>(rows.map(read));
  }
}

/** Builds queries for whichever tenant; sends none. */
const TEMPLATE = new TenantDb(
  () => Promise.reject(new Error("a statement is built here, not run")),
  "",
  sql.placeholder("tenant"),
);

function names<K extends string>(): Named<K> {
  return new Proxy({} as Named<K>, { get: (_, name) => sql.placeholder(String(name)) });
}

/** What Drizzle has put together, from the fields in which its pg-proxy driver keeps it. */
function compiled(query: Compilable<unknown>): Compiled {
  const prepared = query.prepare("");
  const [text, params, fields] = ["queryString", "params", "fields"].map((name): unknown =>
    Reflect.get(prepared, name),
  );
  if (typeof text !== "string" || !Array.isArray(params) || !Array.isArray(fields)) {
    throw new Error("Drizzle keeps a compiled query elsewhere now");
  }
  return { text, params, read: rowReader(fields) };
}

/** What types cannot say: these rows are those that the query was typed with. */
function asResult<R>(rows: unknown[]): R {
  return rows as R;
}
