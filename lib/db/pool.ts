import { unavailable } from "@/lib/app-error";
import { type Address, Connection } from "./connection";

interface Waiter {
  owner: string;
  take: (connection: Connection) => void;
}

export interface PoolOptions {
  /** Connections at most. */
  size: number;
  /** How long a scope waits for a free connection before 503, in ms. */
  patienceMs: number;
}

/**
 * Connections to one database, each lent to one scope at a time.
 * One owner (a tenant) holds at most half of them, so that a tenant that waits for locks leaves room for the others.
 */
export class Pool {
  readonly #idle: Connection[] = [];
  readonly #held = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #open = 0;

  constructor(
    private readonly address: Address,
    private readonly options: PoolOptions = { size: 10, patienceMs: 1_000 },
  ) {}

  /** Lends a connection to `owner`; undefined while all that it may have are lent. */
  take(owner: string): Connection | undefined {
    const held = this.#held.get(owner) ?? 0;
    if (held >= Math.ceil(this.options.size / 2)) return undefined;
    const connection = this.#reuse() ?? this.#create();
    if (connection) this.#held.set(owner, held + 1);
    return connection;
  }

  /** The next one that comes free for `owner`. Throws 503 `unavailable` when none does in time. */
  wait(owner: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(unavailable(new Error("no free connection")));
      }, this.options.patienceMs);
      const waiter: Waiter = {
        owner,
        take: (connection) => {
          clearTimeout(timer);
          resolve(connection);
        },
      };
      this.#waiting.push(waiter);
    });
  }

  /** Takes a connection back; a broken one is forgotten, and the next scope gets a new one. */
  release(owner: string, connection: Connection): void {
    const held = (this.#held.get(owner) ?? 1) - 1;
    if (held > 0) this.#held.set(owner, held);
    else this.#held.delete(owner);
    if (connection.broken) this.#open--;
    else this.#idle.push(connection);
    this.#serveWaiting();
  }

  /** Closes what is idle. */
  close(): void {
    for (const connection of this.#idle.splice(0)) {
      this.#open--;
      connection.discard();
    }
  }

  #reuse(): Connection | undefined {
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (!connection.broken) return connection;
      this.#open--;
    }
    return undefined;
  }

  #create(): Connection | undefined {
    if (this.#open >= this.options.size) return undefined;
    this.#open++;
    return new Connection(this.address);
  }

  /** First come, first served among those who may take one now. */
  #serveWaiting(): void {
    for (let index = 0; index < this.#waiting.length; ) {
      const waiter = this.#waiting[index];
      const connection = waiter && this.take(waiter.owner);
      if (!waiter || !connection) {
        index++;
        continue;
      }
      this.#waiting.splice(index, 1);
      waiter.take(connection);
    }
  }
}
