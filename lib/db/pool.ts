import { unavailable } from "@/lib/app-error";
import { type Address, Connection } from "./connection";

interface Waiter {
  owner: string;
  atMost: number;
  take: (connection: Connection) => void;
}

interface Idle {
  connection: Connection;
  since: number;
}

export interface PoolOptions {
  /** Connections at most. */
  size: number;
  /** Connections that one owner holds at most. */
  share: number;
  /** How long a scope waits for a free connection before 503, in ms. */
  patienceMs: number;
  /** After a connection could not be made, for how long no other is tried, in ms. */
  restMs: number;
}

/** For a database of many tenants: one of them holds at most half, so that one that waits for locks leaves room. */
export const FOR_MANY: PoolOptions = { size: 10, share: 5, patienceMs: 1_000, restMs: 100 };

/** Connections to one database, each lent to one scope at a time. */
export class Pool {
  #idle: Idle[] = [];
  readonly #held = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #open = 0;
  #restsUntil = 0;

  constructor(
    private readonly address: Address,
    private readonly options: PoolOptions = FOR_MANY,
  ) {}

  /**
   * Lends a connection to `owner`, who holds `atMost` of them; undefined while all that it may have are lent.
   * Throws 503 `unavailable` just after the database could not be reached.
   */
  take(owner: string, atMost: number = this.options.share): Connection | undefined {
    if (Date.now() < this.#restsUntil) throw unavailable(new Error("the database could not be reached a moment ago"));
    const held = this.#held.get(owner) ?? 0;
    if (held >= Math.min(atMost, this.options.share)) return undefined;
    const connection = this.#reuse() ?? this.#create();
    if (connection) this.#held.set(owner, held + 1);
    return connection;
  }

  /** The next one that comes free for `owner`. Throws 503 `unavailable` when none does in time. */
  wait(owner: string, atMost: number = this.options.share): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(unavailable(new Error("no free connection")));
      }, this.options.patienceMs);
      const waiter: Waiter = {
        owner,
        atMost,
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
    else this.#idle.push({ connection, since: Date.now() });
    if (connection.neverAnswered) this.#restsUntil = Date.now() + this.options.restMs;
    else this.#serveWaiting();
  }

  /** Whether nobody has a connection or waits for one. */
  get isIdle(): boolean {
    return this.#held.size === 0 && this.#waiting.length === 0;
  }

  /** Whether it has no connection at all. */
  get isEmpty(): boolean {
    return this.#open === 0;
  }

  /** Closes what has been idle for `forMs`. */
  close(forMs = 0): void {
    const until = Date.now() - forMs;
    const closing = this.#idle.filter(({ since }) => since <= until);
    this.#idle = this.#idle.filter(({ since }) => since > until);
    this.#open -= closing.length;
    for (const { connection } of closing) connection.discard();
  }

  #reuse(): Connection | undefined {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.connection.broken) return idle.connection;
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
      const connection = waiter && this.take(waiter.owner, waiter.atMost);
      if (!waiter || !connection) {
        index++;
        continue;
      }
      this.#waiting.splice(index, 1);
      waiter.take(connection);
    }
  }
}
