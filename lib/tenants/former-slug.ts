import { and, eq } from "drizzle-orm";
import { formerSlugs, tenants } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";
import { recentlyGivenUp } from "./free-slug";

/** The address of the tenant that gave this one up less than 90 days ago; undefined: nobody did. */
export async function newSlugOf(slug: string): Promise<string | undefined> {
  const [row] = await readCatalog((db) =>
    db
      .select({ slug: tenants.slug })
      .from(formerSlugs)
      .innerJoin(tenants, eq(tenants.id, formerSlugs.tenantId))
      .where(and(eq(formerSlugs.slug, slug), recentlyGivenUp)),
  );
  return row?.slug;
}
