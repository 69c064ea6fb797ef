import { unavailable } from "@/lib/app-error";
import type { Tenant } from "@/lib/tenancy/tenant";
import type { Address } from "./connection";
import { Pool } from "./pool";

/** Databases that one process is connected to at once, and connections to each unless its tenant's limits say otherwise. */
const DATABASES = 50;
const CONNECTIONS = 5;
/** After how long an unused connection is closed, in ms. */
const IDLE_MS = 5_000;

/** Pools of tenants' own databases: opened on demand, bounded in number and size, closed when idle. */
export class DatabasePools {
  /** Least recently used first. */
  readonly #open = new Map<string, Pool | Promise<Pool>>();
  #sweep: NodeJS.Timeout | undefined;

  /** The pool of a tenant's database; `addressOf` is asked once, when it is opened. Throws 503 `unavailable`. */
  of(tenant: Tenant, addressOf: () => Promise<Address>): Pool | Promise<Pool> {
    const size = tenant.limits.connections ?? CONNECTIONS;
    const key = `${tenant.placement.server}/${tenant.placement.database}/${size}`;
    const pool = this.#open.get(key) ?? this.#make(key, size, addressOf);
    this.#open.delete(key);
    this.#open.set(key, pool);
    return pool;
  }

  /** How many databases there are connections to. */
  get size(): number {
    return this.#open.size;
  }

  /** Closes what nobody uses. */
  close(idleMs = 0): void {
    for (const [key, pool] of this.#open) {
      if (pool instanceof Promise) continue;
      pool.close(idleMs);
      if (pool.isEmpty) this.#open.delete(key);
    }
    if (this.#open.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }

  #make(key: string, size: number, addressOf: () => Promise<Address>): Promise<Pool> {
    if (this.#open.size >= DATABASES) this.#closeOne();
    this.#sweep ??= setInterval(() => this.close(IDLE_MS), IDLE_MS / 2).unref();
    const making = addressOf().then((address) => {
      const pool = new Pool(address, { size, share: size, patienceMs: 1_000, restMs: 1_000 });
      if (this.#open.get(key) === making) this.#open.set(key, pool);
      return pool;
    });
    making.catch(() => this.#open.delete(key));
    return making;
  }

  #closeOne(): void {
    for (const [key, pool] of this.#open) {
      if (pool instanceof Promise || !pool.isIdle) continue;
      pool.close();
      this.#open.delete(key);
      return;
    }
    throw unavailable(new Error("too many databases are in use"));
  }
}
