import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect, type PgInsertValue, type PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { SelectedFields } from "drizzle-orm/pg-core/query-builders/select.types";
import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import type { Rows } from "./connection";
import { guard } from "./guard";
import type { Statement } from "./statement";
import { isTenantSource, type NewRow, type TenantTable } from "./tenant-tables";
import type { Send } from "./transaction";

/**
 * Drizzle for one tenant, inside one transaction: the only way to a tenant's rows.
 *
 * It adds `tenant_id = $tenant` to every table that a statement touches, joins included, and fills it on insert.
 * Conditions add up: a second `where` narrows, where Drizzle's own would replace the first.
 */
export class TenantDb {
  readonly #send: Send;
  #opened: PgRemoteDatabase | undefined;

  /** `send` belongs to an open transaction whose tenant is `tenantId`, and is sealed with it. */
  constructor(
    send: Send,
    readonly tenantId: string,
    /** What stands for the tenant in SQL: its id, or in a statement to be compiled a name for it. */
    private readonly tenant: string | Placeholder = tenantId,
  ) {
    this.#send = guard(send, tenantId);
  }

  /** Made when first needed: compiled statements do without. */
  get #drizzle(): PgRemoteDatabase {
    this.#opened ??= drizzle((text, params) => this.#send(text, params));
    return this.#opened;
  }

  /** `select(fields).from(table)`, with Drizzle's joins, conditions, order and limits. */
  select<F extends SelectedFields>(fields: F) {
    const builder = this.#drizzle.select(fields);
    const from = builder.from.bind(builder);
    replace(builder, "from", (source: Parameters<typeof from>[0]) => this.#hold(from(source), source));
    return builder;
  }

  /** Stores rows; `onConflictDoNothing` and `returning` as in Drizzle. */
  insert<T extends TenantTable>(table: T, rows: NewRow<T> | NewRow<T>[]) {
    const filled = [rows].flat().map((row) => Object.assign({}, row, { tenantId: this.tenantId }));
    return this.#drizzle.insert(table).values(withTenant<T>(filled));
  }

  /** Changes rows of `table` that meet the conditions of the `where` that follows. */
  update<T extends TenantTable>(table: T, set: Omit<PgUpdateSetSource<T>, "tenantId">) {
    return this.#hold(this.#drizzle.update(table).set(withoutTenant<T>(set)), table);
  }

  /** Removes rows of `table` that meet the conditions of the `where` that follows. */
  delete<T extends TenantTable>(table: T) {
    return this.#hold(this.#drizzle.delete(table), table);
  }

  /** A query that was compiled before, with the values of this time. */
  run<K extends string, R>(statement: Statement<K, R>, values: Record<K, string | number>): Promise<R> {
    return statement.execute(this.#send, this.tenantId, values);
  }

  /**
   * A statement that the builder has no words for. It names the tenant itself, as `${db.tenantId}`;
   * the auditor refuses one that does not. Rows come as PostgreSQL writes them.
   */
  async execute(statement: SQL): Promise<Rows> {
    const { sql, params } = new PgDialect().sqlToQuery(statement);
    return (await this.#send(sql, params)).rows;
  }

  #hold<Q extends object>(query: Q, source: unknown): Q {
    const held = this.#predicate(source);
    const conditions = held ? [held] : [];
    const where = methodOf(query, "where");
    const narrow = (condition: SQL | undefined) => {
      if (typeof condition === "function") throw new TypeError("conditions are values here");
      if (condition) conditions.push(whole(condition));
      return where(and(...conditions));
    };
    replace(query, "where", narrow);
    for (const join of ["innerJoin", "leftJoin"] as const) {
      if (!(join in query)) continue;
      const joined = methodOf(query, join);
      replace(query, join, (table: unknown, on: SQL) => joined(table, and(this.#predicate(table), whole(on))));
    }
    narrow(undefined);
    return query;
  }

  /** Undefined for a sub-query: its own tables are held inside it. */
  #predicate(source: unknown): SQL | undefined {
    return isTenantSource(source) ? eq(source.tenantId, this.tenant) : undefined;
  }
}

/** In parentheses: Drizzle puts none around SQL by hand, and an OR in it would reach around the tenant. */
function whole(condition: SQL): SQL {
  return sql`(${condition})`;
}

/** Puts a method of ours before a builder's own; the builder keeps its type. */
function replace(builder: object, name: string, method: unknown): void {
  Object.defineProperty(builder, name, { value: method, configurable: true });
}

function methodOf(builder: object, name: string): (...args: unknown[]) => unknown {
  const method: unknown = Reflect.get(builder, name);
  if (typeof method !== "function") throw new TypeError(`no ${name} here`);
  return (...args) => Reflect.apply(method, builder, args);
}

/** What types cannot say: a new row and its tenant make a whole row. */
function withTenant<T extends TenantTable>(rows: object[]): PgInsertValue<T>[] {
  return rows as PgInsertValue<T>[];
}

/** What types cannot say: a change without the tenant is a change. */
function withoutTenant<T extends TenantTable>(set: object): PgUpdateSetSource<T> {
  return set as PgUpdateSetSource<T>;
}
