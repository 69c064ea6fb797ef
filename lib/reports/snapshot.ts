import { unavailable } from "@/lib/app-error";
import { type Admin, withConnection } from "@/lib/db/admin";
import { PLATFORM_ROLE } from "@/lib/db/role-names";

/** Why a snapshot was given up, in words for the operator. */
export class GivenUp extends Error {}

const CONNECT_MS = 2_000;
const LOCK_MS = 2_000;

/**
 * Runs `body` in one snapshot of a database, in the role that sees past row security and may here only read. Throws
 * 503 `unavailable` when nothing answers within 2 s, when the connection is lost, or when it all takes longer than
 * `limitMs`.
 */
export async function inSnapshot<T>(url: string, limitMs: number, body: (sql: Admin) => Promise<T>): Promise<T> {
  const cut = cutOff();
  const deadline = setTimeout(() => cut.now("it took too long"), limitMs);
  try {
    return await withConnection(url, (admin) =>
      Promise.race([open(admin, limitMs, cut.now).then(() => body(admin)), cut.promise]),
    );
  } finally {
    clearTimeout(deadline);
  }
}

async function open(admin: Admin, limitMs: number, cut: (why: string) => void): Promise<void> {
  const patience = setTimeout(() => cut("nothing answers"), CONNECT_MS);
  try {
    await admin.unsafe(`
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL ROLE ${PLATFORM_ROLE};
      SET LOCAL search_path = pg_catalog;
      SET LOCAL statement_timeout = ${limitMs};
      SET LOCAL lock_timeout = ${LOCK_MS}`);
  } finally {
    clearTimeout(patience);
  }
}

/** Runs `body` and lets go of the locks that it took: 100 schemas a transaction are many, 10,000 too many. */
export async function releasingLocks<T>(sql: Admin, body: () => Promise<T>): Promise<T> {
  await sql.unsafe("SAVEPOINT part");
  try {
    return await body();
  } finally {
    await sql.unsafe("ROLLBACK TO SAVEPOINT part");
  }
}

function cutOff(): { promise: Promise<never>; now: (why: string) => void } {
  let now: (why: string) => void = () => {};
  const promise = new Promise<never>((_, reject) => {
    now = (why) => reject(unavailable(new GivenUp(why)));
  });
  promise.catch(() => {});
  return { promise, now };
}
