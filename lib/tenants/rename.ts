import { eq, sql } from "drizzle-orm";
import { formerSlugs, tenants } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import { sqlstateOf } from "@/lib/db/sqlstate";
import { parseSlug } from "@/lib/tenancy/slug";
import type { Tenant } from "@/lib/tenancy/tenant";
import { checkFree, taken } from "./free-slug";

const UNIQUE_VIOLATION = "23505";

/**
 * Gives a tenant another address. The old one leads to it for 90 days, and is nobody else's meanwhile; sessions and
 * keys go on. Returns the new address. Throws 422 `slug_invalid` or `slug_reserved`, 409 `slug_taken` or
 * `slug_quarantined`; of two at once exactly one wins.
 */
export async function renameTenant(tenant: Tenant, to: string): Promise<string> {
  const slug = parseSlug(to);
  if (slug === tenant.slug) return slug;
  await checkFree(slug, tenant.id);
  await writeCatalog(async (db) => {
    await db.update(tenants).set({ slug }).where(eq(tenants.id, tenant.id));
    await db.delete(formerSlugs).where(eq(formerSlugs.slug, slug));
    const former = { slug: tenant.slug, tenantId: tenant.id };
    const since = { tenantId: tenant.id, givenUpAt: sql`now()` };
    await db.insert(formerSlugs).values(former).onConflictDoUpdate({ target: formerSlugs.slug, set: since });
  }).catch((error: unknown) => {
    throw sqlstateOf(error) === UNIQUE_VIOLATION ? taken() : error;
  });
  return slug;
}
