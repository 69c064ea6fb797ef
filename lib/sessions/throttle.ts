import { eq, lt, or, sql } from "drizzle-orm";
import { signInFailures } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";

export const WINDOW_S = 15 * 60;
export const PER_ACCOUNT = 10;
export const PER_ADDRESS = 100;

export interface Attempt {
  email: string;
  /** The network address that tries. */
  address: string;
  /** A device that this account has signed in on before, if it proved to be one. */
  device: string | undefined;
}

export interface Counted {
  /** The row that stands for this attempt in the count of its address. */
  addressRow: string;
  /** Whether one more failure is one too many. */
  last: boolean;
}

/**
 * Counts an attempt before the password is looked at, one at a time, so that many at once count too.
 * Throws 429 `too_many_attempts`, which counts no further.
 *
 * An account's failures are counted by where they come from, and a device that the account has used before has a
 * count of its own: so strangers, even behind the same address, cannot lock an owner out.
 */
export function countAttempt(at: TenantScope, attempt: Attempt): Promise<Counted> {
  const account = accountSubject(attempt);
  const address = `address:${attempt.address}`;
  const addressRow = newId();
  return at.write(async (db) => {
    for (const subject of [account, address]) {
      await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${db.tenantId + subject}::text))`);
    }
    await db.delete(signInFailures).where(lt(signInFailures.failedAt, sql`now() - ${`${WINDOW_S} seconds`}::interval`));
    await db.insert(signInFailures, [
      { id: newId(), subject: account },
      { id: addressRow, subject: address },
    ]);
    const [ofAccount, ofAddress] = [await count(db, account), await count(db, address)];
    if (ofAccount > PER_ACCOUNT || ofAddress > PER_ADDRESS) throw tooManyAttempts();
    return { addressRow, last: ofAccount === PER_ACCOUNT || ofAddress === PER_ADDRESS };
  });
}

/** Takes back what a success has shown to be no failure. */
export async function forgive(at: TenantScope, attempt: Attempt, counted: Counted): Promise<void> {
  const own = or(eq(signInFailures.subject, accountSubject(attempt)), eq(signInFailures.id, counted.addressRow));
  await at.write((db) => db.delete(signInFailures).where(own));
}

export function tooManyAttempts(): AppError {
  const message = "Too many attempts. Please wait a quarter of an hour.";
  return new AppError("throttled", "too_many_attempts", message, { retryAfter: WINDOW_S });
}

function accountSubject({ email, address, device }: Attempt): string {
  return device ? `device:${device}:${email}` : `account:${email}@${address}`;
}

async function count(db: TenantDb, subject: string): Promise<number> {
  const [row] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(signInFailures)
    .where(eq(signInFailures.subject, subject));
  return row?.count ?? 0;
}
