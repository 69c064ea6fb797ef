import { eq, lt, or, sql } from "drizzle-orm";
import { operatorSignInFailures as failures } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";
import { type Counted, PER_ACCOUNT, PER_ADDRESS, tooManyAttempts, WINDOW_S } from "@/lib/sessions/throttle";

type CatalogDb = Parameters<Parameters<typeof writeCatalog>[0]>[0];

interface Attempt {
  email: string;
  address: string;
}

/**
 * Counts an attempt at the console's door before the password is looked at, one at a time, so that many at once
 * count too; an account's failures by where they come from, so that strangers cannot lock an operator out.
 * Throws 429 `too_many_attempts`, which counts no further.
 */
export function countAttempt({ email, address }: Attempt): Promise<Counted> {
  const [ofAccount, ofAddress] = [`account:${email}@${address}`, `address:${address}`];
  const addressRow = newId();
  return writeCatalog(async (db) => {
    for (const subject of [ofAccount, ofAddress]) {
      await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`operators/${subject}`}::text))`);
    }
    await db.delete(failures).where(lt(failures.failedAt, sql`now() - ${`${WINDOW_S} seconds`}::interval`));
    await db.insert(failures).values([
      { id: newId(), subject: ofAccount },
      { id: addressRow, subject: ofAddress },
    ]);
    const [account, all] = [await count(db, ofAccount), await count(db, ofAddress)];
    if (account > PER_ACCOUNT || all > PER_ADDRESS) throw tooManyAttempts();
    return { addressRow, last: account === PER_ACCOUNT || all === PER_ADDRESS };
  });
}

/** Takes back what a success has shown to be no failure. */
export async function forgive({ email, address }: Attempt, { addressRow }: Counted): Promise<void> {
  const own = or(eq(failures.subject, `account:${email}@${address}`), eq(failures.id, addressRow));
  await writeCatalog((db) => db.delete(failures).where(own));
}

async function count(db: CatalogDb, subject: string): Promise<number> {
  const [row] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(failures)
    .where(eq(failures.subject, subject));
  return row?.count ?? 0;
}
