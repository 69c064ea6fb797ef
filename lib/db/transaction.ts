import { AppError } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { Limits } from "@/lib/tenancy/tenant";
import { CATALOG_SCHEMA } from "./catalog-schema";
import { type Answer, type Connection, STATEMENT_MS } from "./connection";
import { type Again, checkHome } from "./home";
import type { Pool } from "./pool";
import { asAppError, isTransient } from "./sqlstate";

export type Send = (text: string, params?: readonly unknown[]) => Promise<Answer>;

export interface Transaction {
  mode: "read" | "write";
  /** The one schema that names resolve in. */
  schema: string;
  /** The tenant that row security shows; undefined where the catalog is not asked in one tenant's name. */
  tenantId?: string;
  limits?: Limits;
  /** It has failed for its place before: whether this is the tenant's home is asked before `body` begins. */
  again?: Again | undefined;
}

/**
 * Runs `body` in one transaction. BEGIN, the settings and the statements that `body` sends before it first waits go
 * out in one flight; a reading transaction does not wait for its COMMIT. `send` is sealed when `body` settles.
 *
 * A transaction that failed for want of a connection is run once more, unless its COMMIT was on its way: then
 * nobody knows, and the caller must ask again. Throws 503 `unavailable` for what time may heal, and `NotHome` where
 * rows of a tenant were to change that are not to be changed here.
 */
export async function transact<T>(pool: Pool, how: Transaction, body: (send: Send) => Promise<T>): Promise<T> {
  const progress = { committing: false };
  try {
    return await attempt(pool, how, body, progress);
  } catch (error) {
    if (progress.committing || !isTransient(error)) throw asAppError(error);
  }
  try {
    return await attempt(pool, how, body, progress);
  } catch (error) {
    throw asAppError(error);
  }
}

async function attempt<T>(
  pool: Pool,
  how: Transaction,
  body: (send: Send) => Promise<T>,
  progress: { committing: boolean },
): Promise<T> {
  const owner = how.tenantId ?? "catalog";
  const atMost = how.limits?.connections;
  const connection = pool.take(owner, atMost) ?? (await pool.wait(owner, atMost));
  let sealed = false;
  const send: Send = (text, params) => {
    if (sealed) return Promise.reject(new AppError("failed", "scope_sealed", "A query outlived its scope."));
    return quietly(connection.send(text, params));
  };
  try {
    const home = open(connection, how);
    if (home && how.again) await home;
    const result = home ? await atHome(home, body(send), connection) : await body(send);
    sealed = true;
    progress.committing = true;
    if (how.mode === "read") connection.commitSoon();
    else await commit(connection);
    return result;
  } catch (error) {
    sealed = true;
    // Nothing is waited for: what the next scope sends stands behind this.
    if (!progress.committing) connection.post("ROLLBACK");
    throw error;
  } finally {
    pool.release(owner, connection);
  }
}

/** What `body` returns, once it is known that this is the tenant's home. What failed at a fence failed for that alone. */
async function atHome<T>(home: Promise<void>, body: Promise<T>, connection: Connection): Promise<T> {
  try {
    const result = await body;
    await home;
    return result;
  } catch (error) {
    if (!connection.broken) await home;
    throw error;
  }
}

/**
 * SET LOCAL, never set_config(): the latter is revoked, and Citus forwards only the former to its workers. A change of
 * a tenant's rows gets back whether this is its home; the catalog's never move.
 */
function open(connection: Connection, how: Transaction): Promise<void> | undefined {
  const { mode, schema, tenantId, limits } = how;
  connection.allow(limits?.statementTimeoutMs ?? STATEMENT_MS);
  connection.post(mode === "read" ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
  connection.post(`SET LOCAL search_path = ${schemaName(schema)}`);
  if (tenantId === undefined) return undefined;
  if (!isUuid(tenantId)) throw new Error("a tenant's id is a UUID");
  connection.post(`SET LOCAL app.tenant_id = '${tenantId}'`);
  if (limits?.statementTimeoutMs) connection.post(`SET LOCAL statement_timeout = ${Number(limits.statementTimeoutMs)}`);
  return mode === "write" && schema !== CATALOG_SCHEMA
    ? quietly(checkHome(connection, tenantId, how.again))
    : undefined;
}

/** The COMMIT of a transaction in which a statement failed answers ROLLBACK, and no error. */
async function commit(connection: Connection): Promise<void> {
  const { command } = await connection.send("COMMIT");
  if (command !== "COMMIT") throw new AppError("failed", "not_committed", "The change could not be stored.");
}

function schemaName(schema: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error("not the name of a schema");
  return `"${schema}"`;
}

/** The same promise, whose failure nobody need see: a statement may be sent and then not waited for. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
