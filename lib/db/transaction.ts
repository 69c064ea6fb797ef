import { AppError } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { Answer, Connection } from "./connection";
import type { Pool } from "./pool";
import { asAppError, isTransient } from "./sqlstate";

export type Send = (text: string, params?: readonly unknown[]) => Promise<Answer>;

export interface Transaction {
  mode: "read" | "write";
  /** The one schema that names resolve in. */
  schema: string;
  /** The tenant that row security shows; undefined in the catalog, which has none. */
  tenantId?: string;
}

/**
 * Runs `body` in one transaction. BEGIN, the settings and the statements that `body` sends before it first waits go
 * out in one flight; a reading transaction does not wait for its COMMIT. `send` is sealed when `body` settles.
 *
 * A transaction that failed for want of a connection is run once more, unless its COMMIT was on its way: then
 * nobody knows, and the caller must ask again. Throws 503 `unavailable` for what time may heal.
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
  const connection = await pool.acquire(owner);
  try {
    const opened = open(connection, how);
    const result = await runSealed(connection, body);
    await opened;
    await commit(connection, how.mode, progress);
    return result;
  } catch (error) {
    // Nothing is waited for: what the next scope sends stands behind this.
    if (!progress.committing) connection.send("ROLLBACK").catch(() => connection.discard());
    throw error;
  } finally {
    pool.release(owner, connection);
  }
}

/** SET LOCAL, never set_config(): the latter is revoked, and Citus forwards only the former to its workers. */
function open(connection: Connection, how: Transaction): Promise<unknown> {
  const begin = how.mode === "read" ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN";
  const sent = [connection.send(begin), connection.send(`SET LOCAL search_path = ${schemaName(how.schema)}`)];
  if (how.tenantId !== undefined) {
    if (!isUuid(how.tenantId)) throw new Error("a tenant's id is a UUID");
    sent.push(connection.send(`SET LOCAL app.tenant_id = '${how.tenantId}'`));
  }
  return quietly(Promise.all(sent));
}

async function runSealed<T>(connection: Connection, body: (send: Send) => Promise<T>): Promise<T> {
  let sealed = false;
  const send: Send = (text, params) => {
    if (sealed) return Promise.reject(new AppError("failed", "scope_sealed", "A query outlived its scope."));
    return quietly(connection.send(text, params));
  };
  try {
    return await body(send);
  } finally {
    sealed = true;
  }
}

async function commit(connection: Connection, mode: Transaction["mode"], progress: { committing: boolean }) {
  progress.committing = true;
  const sent = connection.send("COMMIT");
  if (mode === "read") {
    sent.catch(() => connection.discard());
    return;
  }
  const { command } = await sent;
  // The COMMIT of a transaction in which a statement failed answers ROLLBACK, and no error.
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
