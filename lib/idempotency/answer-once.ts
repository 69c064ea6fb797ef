import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/drizzle/tenant/schema";
import { AppError, unavailable } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { TenantScope } from "@/lib/tenancy/scope";
import { fingerprint } from "./fingerprint";

/** For how long a key is remembered, and how many that are older go when a new one comes. */
const REMEMBERED = sql`interval '24 hours'`;
const FORGOTTEN_AT_ONCE = 20;

export interface Asked {
  /** The sender's name for the request. */
  key: string;
  /** All that the answer depends on, as a JSON value. */
  request: unknown;
}

export interface OnceAnswered {
  /** As JSON, byte for byte the same at every replay. */
  text: string;
  replayed: boolean;
}

/**
 * Does what `run` does once for a key of this actor's: its answer is stored in the same transaction, and whoever asks
 * again within 24 hours gets it again. Of several at once the others wait for the first. What throws leaves nothing.
 * Throws 422 `idempotency_key_reused` where the key came with another request before, and what `run` throws.
 */
export function answerOnce(
  at: TenantScope,
  { key, request }: Asked,
  run: () => Promise<unknown>,
): Promise<OnceAnswered> {
  const mine = { actor: actorOf(at), key };
  const print = fingerprint(request);
  return at.write(async (db) => {
    if (!(await claim(db, mine, print))) return replay(db, mine, print);
    const text = JSON.stringify(await run());
    await Promise.all([db.update(idempotencyKeys, { answer: text }).where(named(mine)), forgetSome(db)]);
    return { text, replayed: false };
  });
}

interface Name {
  actor: string;
  key: string;
}

/** Whether the key is this request's: nobody has it, or nobody remembers. */
async function claim(db: TenantDb, mine: Name, print: string): Promise<boolean> {
  const claimed = await db
    .insert(idempotencyKeys, { ...mine, fingerprint: print, answer: "" })
    .onConflictDoUpdate({
      target: [idempotencyKeys.tenantId, idempotencyKeys.actor, idempotencyKeys.key],
      set: { fingerprint: print, answer: "", createdAt: sql`now()` },
      setWhere: lt(idempotencyKeys.createdAt, sql`now() - ${REMEMBERED}`),
    })
    .returning({ key: idempotencyKeys.key });
  return claimed.length > 0;
}

async function replay(db: TenantDb, mine: Name, print: string): Promise<OnceAnswered> {
  const [known] = await db
    .select({ fingerprint: idempotencyKeys.fingerprint, text: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(named(mine));
  if (!known) throw unavailable(new Error("an idempotency key went while it was looked at"));
  if (known.fingerprint === print) return { text: known.text, replayed: true };
  throw new AppError("invalid", "idempotency_key_reused", "This Idempotency-Key came with another request before.");
}

/** The oldest first; those that another request removes at this moment are its to remove. */
function forgetSome(db: TenantDb): Promise<unknown> {
  return db.execute(sql`
    DELETE FROM idempotency_keys WHERE tenant_id = ${db.tenantId} AND (actor, key) IN (
      SELECT actor, key FROM idempotency_keys
      WHERE tenant_id = ${db.tenantId} AND created_at < now() - ${REMEMBERED}
      ORDER BY created_at LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`);
}

function named({ actor, key }: Name) {
  return and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));
}

function actorOf({ actor }: TenantScope): string {
  return "id" in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}
