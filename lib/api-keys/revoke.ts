import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Ends a key at once. Throws 404 for one that is not here or was revoked before. */
export async function revokeKey(at: TenantScope, id: string): Promise<void> {
  at.must("keys:write");
  const open = and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt));
  const done = await at.write((db) =>
    db.update(apiKeys, { revokedAt: sql`now()` }).where(open).returning({ id: apiKeys.id }),
  );
  if (!done[0]) throw notFound();
}
