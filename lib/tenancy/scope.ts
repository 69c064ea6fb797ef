import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@/lib/app-error";
import { checkVersion } from "@/lib/db/placement-version";
import type { Pool } from "@/lib/db/pool";
import { poolOf } from "@/lib/db/servers";
import { TenantDb } from "@/lib/db/tenant-db";
import { transact } from "@/lib/db/transaction";
import { processWide } from "@/lib/process-wide";
import { type Actor, must, type Permission } from "./actor";
import { type At, follow } from "./follow";
import type { Tenant } from "./tenant";

interface Open {
  tenantId: string;
  mode: "read" | "write";
  db: TenantDb;
  /** What is to be done once it is committed. */
  afterwards: (() => void)[];
}

function current(): AsyncLocalStorage<Open> {
  return processWide("scope", () => new AsyncLocalStorage<Open>());
}

/** Runs `body` as if no transaction were open around it: for what is to happen later, by itself. */
export function outsideOfScopes<T>(body: () => T): T {
  return current().exit(body);
}

/** One actor in one tenant: what every verb takes first. */
export class TenantScope {
  constructor(
    readonly tenant: Tenant,
    readonly actor: Actor,
  ) {}

  /** Throws 403 `forbidden` unless the actor may. */
  must(permission: Permission): void {
    must(this.actor, permission);
  }

  /** Whether a transaction of this tenant is open around the caller. */
  get isOpen(): boolean {
    return current().getStore()?.tenantId === this.tenant.id;
  }

  /** Runs `body` when what was written is durable: at once, or after the COMMIT of the transaction around the caller. */
  afterCommit(body: () => void): void {
    const open = current().getStore();
    if (open) open.afterwards.push(body);
    else body();
  }

  /** One snapshot of the tenant's rows: queries sent side by side go out in one flight. Throws 503 `unavailable`. */
  read<T>(body: (db: TenantDb) => Promise<T>): Promise<T> {
    return this.#transact("read", body);
  }

  /** One transaction, durable when this returns. Throws 503 `unavailable`; then ask again. */
  write<T>(body: (db: TenantDb) => Promise<T>): Promise<T> {
    return this.#transact("write", body);
  }

  /**
   * A verb may call another inside its transaction, and shares it. Another tenant may not be opened there: a
   * savepoint would keep the inner tenant after its RELEASE.
   */
  #transact<T>(mode: "read" | "write", body: (db: TenantDb) => Promise<T>): Promise<T> {
    const { id } = this.tenant;
    const outer = current().getStore();
    if (outer && (outer.tenantId !== id || (mode === "write" && outer.mode === "read"))) {
      return Promise.reject(new AppError("failed", "scope_nested", "Another transaction is open here."));
    }
    if (outer) return body(outer.db);
    return follow(this.tenant, (at) => inTransaction(at, mode, body));
  }
}

/** Waits for nothing that is at hand already: a promise more is what a query from a rollup takes. */
function inTransaction<T>(at: At, mode: "read" | "write", body: (db: TenantDb) => Promise<T>): Promise<T> {
  const pool = poolOf(at.tenant);
  return pool instanceof Promise ? pool.then((opened) => inPool(opened, at, mode, body)) : inPool(pool, at, mode, body);
}

function inPool<T>(
  pool: Pool,
  { tenant, again }: At,
  mode: "read" | "write",
  body: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const { id, placement, limits } = tenant;
  const how = { mode, schema: placement.schema, tenantId: id, limits, again };
  const run = () => {
    let open: Open | undefined;
    const done = transact(pool, how, (send) => {
      const db = new TenantDb(send, id);
      open = { tenantId: id, mode, db, afterwards: [] };
      return current().run(open, () => body(db));
    });
    return mode === "read" ? done : done.then((result) => settled(open, result));
  };
  const checked = checkVersion(pool, tenant);
  return checked ? checked.then(run) : run();
}

function settled<T>(open: Open | undefined, result: T): T {
  for (const each of open?.afterwards ?? []) each();
  return result;
}
