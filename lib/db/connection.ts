import { connect, type Socket } from "node:net";
import postgres from "postgres";
import { unavailable } from "@/lib/app-error";

/** A server's address and the role to work as there; without a role, the one that logs in. */
export interface Address {
  url: string;
  role?: string;
}

/** Rows as PostgreSQL wrote them: dates and JSON as text, in the order of the columns. */
export type Rows = unknown[][];

/** What a connection tells by itself. */
export interface Tell {
  notified?: (payload: string) => void;
  ended?: () => void;
}

export interface Answer {
  rows: Rows;
  /** The tag of the command as done: a COMMIT of a failed transaction answers ROLLBACK. */
  command: string;
}

/** The server's own statement_timeout, and what is waited beyond it, so that normally the server speaks first. */
export const STATEMENT_MS = 5_000;
const BEYOND_MS = 1_000;
const CONNECT_MS = 1_500;
const COMMIT_MS = 5;

const asText = { serialize: (value: unknown) => value, parse: (value: string) => value };

/**
 * One backend connection, written to without waiting.
 *
 * postgres.js may leave a query unsettled for ever when its backend dies (porsager/postgres 1066, 1154), and
 * reconnects by itself in mid-transaction. So a client has exactly one connection, on a socket that we hold, and
 * after the first sign of trouble it is thrown away: everything pending is refused and nothing is ever sent again.
 */
export class Connection {
  readonly #sql: postgres.Sql;
  readonly #pending = new Set<(reason: Error) => void>();
  #socket: Socket | undefined;
  #broken: Error | undefined;
  #deadline = this.#deadlineAfter(STATEMENT_MS + BEYOND_MS);
  #patienceMs = STATEMENT_MS;
  readonly #commitSoon = setTimeout(() => this.#settle(), COMMIT_MS).unref();
  #owesCommit = false;
  #answered = false;

  constructor(
    address: Address,
    private readonly tell: Tell = {},
  ) {
    const options = {
      max: 1,
      prepare: true,
      fetch_types: false,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: CONNECT_MS / 1_000,
      connection: { application_name: "spinner-tracking", ...(address.role && { role: address.role }) },
      types: {
        date: { to: 1184, from: [1082, 1114, 1184], ...asText },
        json: { to: 114, from: [114, 3802], ...asText },
      },
      onnotice: () => {},
      onnotify: (_channel: string, payload: string) => this.tell.notified?.(payload),
      onclose: () => this.discard(new Error("the connection was closed")),
      // Not in the types of 3.4.9: a function that brings the socket.
      socket: (target: { host: string[]; port: number[]; path?: string | undefined }) => this.#open(target),
    };
    this.#sql = postgres(address.url, options);
  }

  get broken(): boolean {
    return this.#broken !== undefined;
  }

  /** Whether it broke before its first answer: the database was not to be reached. */
  get neverAnswered(): boolean {
    return this.broken && !this.#answered;
  }

  /** Sends a statement whose answer nobody waits for. Where it fails, the connection is of no use any more. */
  post(text: string): void {
    if (this.#broken) return;
    this.#settle();
    this.#sql.unsafe(text).catch((error: Error) => this.discard(error));
  }

  /** Sends one statement behind those sent before. Rejects with PostgreSQL's error, or 503 `unavailable`. */
  send(text: string, params: readonly unknown[] = []): Promise<Answer> {
    if (this.#broken) return Promise.reject(unavailable(this.#broken));
    this.#settle();
    this.#deadline.refresh();
    return new Promise((resolve, reject) => {
      this.#pending.add(reject);
      this.#sql
        .unsafe(text, [...params] as never[], { prepare: true })
        .values()
        .then(
          (rows) => {
            this.#answered = true;
            this.#pending.delete(reject);
            resolve({ rows, command: rows.command });
          },
          (error: unknown) => {
            this.#pending.delete(reject);
            if (isServerError(error)) {
              this.#answered = true;
              return reject(error);
            }
            this.discard(error instanceof Error ? error : new Error(String(error)));
            reject(unavailable(error));
          },
        );
    });
  }

  /** How long statements may take from now on, in ms: a tenant may have a limit of its own. */
  allow(statementMs: number): void {
    if (statementMs === this.#patienceMs) return;
    this.#patienceMs = statementMs;
    clearTimeout(this.#deadline);
    this.#deadline = this.#deadlineAfter(statementMs + BEYOND_MS);
  }

  /**
   * Ends a reading transaction. Nobody waits for its COMMIT, so it rides in front of what is sent next, or goes by
   * itself a moment later: as a flight of its own it would cost as much as a query.
   */
  commitSoon(): void {
    this.#owesCommit = true;
    this.#commitSoon.refresh();
  }

  /** Throws the connection away, socket and all. What is pending gets 503. */
  discard(cause: Error = new Error("discarded")): void {
    if (this.#broken) return;
    this.#broken = cause;
    clearTimeout(this.#deadline);
    clearTimeout(this.#commitSoon);
    this.#socket?.destroy();
    for (const reject of this.#pending) reject(unavailable(cause));
    this.#pending.clear();
    this.#sql.end({ timeout: 0 }).catch(() => {});
    this.tell.ended?.();
  }

  #settle(): void {
    if (!this.#owesCommit) return;
    this.#owesCommit = false;
    this.post("COMMIT");
  }

  #deadlineAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#checkDeadline(), ms).unref();
  }

  #checkDeadline(): void {
    if (this.#pending.size > 0) this.discard(new Error("a statement missed its deadline"));
  }

  #open(target: { host: string[]; port: number[]; path?: string | undefined }): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const host = target.host[0] ?? "localhost";
      const socket = target.path
        ? connect(target.path)
        : connect({ host, port: target.port[0] ?? 5432, noDelay: true });
      this.#socket = Object.assign(socket, { host });
      const refuse = (error: Error) => {
        socket.destroy();
        reject(error);
      };
      socket.setTimeout(CONNECT_MS, () => refuse(new Error("connecting took too long")));
      socket.once("error", refuse);
      socket.once("connect", () => {
        socket.setTimeout(0);
        socket.removeListener("error", refuse);
        if (!this.#broken) return resolve(socket);
        refuse(this.#broken);
      });
    });
  }
}

/** Whether PostgreSQL itself said no and the connection goes on: not a shutdown (57P0x), not a FATAL one. */
function isServerError(error: unknown): error is postgres.PostgresError {
  if (!(error instanceof postgres.PostgresError)) return false;
  return error.severity === "ERROR" && !error.code.startsWith("57P");
}
