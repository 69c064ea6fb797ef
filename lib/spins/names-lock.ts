import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { nameKey } from "@/lib/text";

/** Tells our locks from others that take two numbers. */
const NAMES = 4_712;

/** A lock for each name would be a thousand for a batch: names share these. Whoever shares one waits, no more. */
const SLOTS = 64;

/**
 * Whoever stores spins holds these, together with others, until its transaction ends: what the names of people and
 * spinners stand for stays as it is meanwhile. To be sent before the statement that looks them up, which then sees
 * what was changed last. Throws 503 `unavailable` where somebody changes one of them for longer than 2 s.
 */
export async function shareNames(db: TenantDb, names: Iterable<string>): Promise<void> {
  await db.execute(sql`
    SELECT pg_advisory_xact_lock_shared(${NAMES}::int, slot) FROM unnest(${slotsOf(db, names)}::int[]) AS slot`);
}

/**
 * The same alone, for who is about to change what they stand for: waits until spins that named one are stored. `names`
 * are all that lead there, ids too.
 */
export async function takeNames(db: TenantDb, names: Iterable<string>): Promise<void> {
  await db.execute(sql`
    SELECT pg_advisory_xact_lock(${NAMES}::int, slot) FROM unnest(${slotsOf(db, names)}::int[]) AS slot`);
}

/** In order, so that nobody waits in a circle. */
function slotsOf({ tenantId }: TenantDb, names: Iterable<string>): string {
  const slots = new Set([...names].map((name) => hash(nameKey(name)) % SLOTS));
  return `{${[...slots].toSorted((a, b) => a - b).map((slot) => hash(`${tenantId} ${slot}`) | 0)}}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
