import { and, eq, gt, ne, sql } from "drizzle-orm";
import { formerSlugs, tenants } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { readCatalog } from "@/lib/db/catalog";

/** For how long nobody else may have an address that was given up, and it leads to the new one. */
export const QUARANTINE_DAYS = 90;

/** Whether an address was given up so recently that it is still its tenant's. */
export const recentlyGivenUp = gt(formerSlugs.givenUpAt, sql`now() - ${`${QUARANTINE_DAYS} days`}::interval`);

/**
 * Throws 409 `slug_taken` or `slug_quarantined` for an address that cannot be had; `mine` may have back what it gave
 * up. The catalog's unique key decides between two at once.
 */
export async function checkFree(slug: string, mine = "00000000-0000-0000-0000-000000000000"): Promise<void> {
  const [[holder], [former]] = await readCatalog((db) =>
    Promise.all([
      db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug)),
      db
        .select({ id: formerSlugs.tenantId })
        .from(formerSlugs)
        .where(and(eq(formerSlugs.slug, slug), ne(formerSlugs.tenantId, mine), recentlyGivenUp)),
    ]),
  );
  if (holder) throw taken();
  if (former) {
    throw new AppError("conflict", "slug_quarantined", "This address was given up less than 90 days ago.");
  }
}

export function taken(): AppError {
  return new AppError("conflict", "slug_taken", "This address is taken.");
}
