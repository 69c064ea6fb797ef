import { type Placeholder, sql } from "drizzle-orm";
import type { Rows } from "./connection";
import { TenantDb } from "./tenant-db";

/** Names that stand for a statement's values while it is built. */
export type Named<K extends string> = Readonly<Record<K, Placeholder>>;

/** A query of Drizzle's, ready to be compiled. */
interface Compilable<R> {
  prepare: (name: string) => Compiled<R>;
}

interface Compiled<R> {
  execute: (values: Record<string, unknown>) => Promise<R>;
}

type Sender = (text: string, params: unknown[]) => Promise<{ rows: Rows }>;

/**
 * A query that is compiled once and run in any tenant's scope: what changes between runs are its named values and the
 * tenant. Putting Drizzle's SQL together anew takes longer than PostgreSQL needs to answer from rollups.
 */
export class Statement<K extends string, R> {
  #compiled: Compiled<R> | undefined;

  /** `build` is called once, on first use, with a name in place of each value. */
  constructor(private readonly build: (db: TenantDb, values: Named<K>) => Compilable<R>) {}

  /** For `TenantDb.run` alone: it brings the guarded `send` of its scope. */
  execute(send: Sender, tenantId: string, values: Record<K, string | number>): Promise<R> {
    this.#compiled ??= this.build(TEMPLATE, names<K>()).prepare("");
    // The compiled query keeps the way it is sent in `client`: here, the one of this scope.
    const bound: Compiled<R> = Object.create(this.#compiled, { client: { value: send } });
    return bound.execute({ ...values, tenant: tenantId });
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
