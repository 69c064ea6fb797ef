import { AppError } from "@/lib/app-error";
import type { Admin } from "./admin";

/** What may run once at a time, or beside its like but not beside another. */
export interface Lock {
  /** What is locked, as text that PostgreSQL hashes. */
  name: string;
  shared?: boolean;
  /** The error's code, and what is running, for whoever must wait. */
  code: string;
  what: string;
}

/** Runs `body` under an advisory lock of `admin`'s session. Throws 409 `code` that says who holds it. */
export async function underLock<T>(admin: Admin, lock: Lock, body: () => Promise<T>): Promise<T> {
  const kind = lock.shared ? "_shared" : "";
  const [mine] = await admin.unsafe(`SELECT pg_try_advisory_lock${kind}(hashtext($1)) AS got`, [lock.name]);
  if (!mine?.got)
    throw new AppError("conflict", lock.code, `${lock.what} is running already: ${await holder(admin, lock)}.`);
  try {
    return await body();
  } finally {
    await admin.unsafe(`SELECT pg_advisory_unlock${kind}(hashtext($1))`, [lock.name]).catch(() => {});
  }
}

async function holder(admin: Admin, { name }: Lock): Promise<string> {
  const [row] = await admin`
    SELECT application_name AS who, to_char(backend_start, 'HH24:MI:SS') AS since FROM pg_stat_activity
    WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = ((hashtext(${name})::bigint >> 32) & 4294967295)::oid
      AND objid = (hashtext(${name})::bigint & 4294967295)::oid)`;
  return row ? `${row.who || "somebody"}, since ${row.since} UTC` : "somebody who has just ended; try again";
}

const MIGRATIONS = { name: "spinner-tracking migrations", code: "migrating", what: "A migration" };

/** Alone: while every placement is brought up to date. */
export function whileMigrating<T>(admin: Admin, body: () => Promise<T>): Promise<T> {
  return underLock(admin, { ...MIGRATIONS, what: "A migration or a move" }, body);
}

/** Beside its like, but not beside a migration: while a placement is made or filled. */
export function withoutMigration<T>(admin: Admin, body: () => Promise<T>): Promise<T> {
  return underLock(admin, { ...MIGRATIONS, shared: true }, body);
}
