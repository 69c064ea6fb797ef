import { eq, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Ends a key: its next request gets 401. One that was revoked before stays so. Throws 404 for one that is not here. */
export async function revokeKey(at: TenantScope, id: string): Promise<void> {
  at.must("keys:write");
  if (!isUuid(id)) throw notFound();
  const revokedAt = sql`coalesce(${apiKeys.revokedAt}, now())`;
  const done = await at.write((db) =>
    db.update(apiKeys, { revokedAt }).where(eq(apiKeys.id, id)).returning({ id: apiKeys.id }),
  );
  if (!done[0]) throw notFound();
}
