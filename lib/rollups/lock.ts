import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";

/** Tells our locks from others that take two numbers. */
const FOLDING = 4_711;

/**
 * Whoever folds or recounts a tenant's figures holds this until its transaction ends: sums would stay exact without
 * it, sketches would not. False: somebody else is at it.
 */
export async function tryFoldingLock(db: TenantDb): Promise<boolean> {
  const [row] = await db.execute(sql`SELECT pg_try_advisory_xact_lock(${FOLDING}::int, ${keyOf(db.tenantId)}::int)`);
  return row?.[0] === true;
}

/** The same, waiting for its turn. Throws 503 `unavailable` when that takes longer than the role's lock timeout. */
export async function takeFoldingLock(db: TenantDb): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(${FOLDING}::int, ${keyOf(db.tenantId)}::int)`);
}

/** Random bits of the id. Two tenants that share them only wait for each other. */
function keyOf(tenantId: string): number {
  return Number.parseInt(tenantId.slice(-8), 16) | 0;
}
