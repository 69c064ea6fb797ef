import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { formerSlugs, tenants } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";
import { ARCHITECTURES } from "@/lib/tenancy/placement";
import { parseSlug } from "@/lib/tenancy/slug";
import type { Tenant } from "@/lib/tenancy/tenant";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { asTenant } from "./find";

const QUARANTINE_DAYS = 90;

const CreateTenant = z.strictObject({
  slug: z.string(),
  name: NameText,
  placement: z.enum(ARCHITECTURES).default("shared"),
  server: z.string().default("primary"),
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone, as Europe/Berlin").default("UTC"),
  origin: z.enum(["operator", "demo"]).default("operator"),
});

/**
 * Adds a customer company. Throws 422 `slug_invalid`, `slug_reserved` or `invalid`, 409 `slug_taken` or
 * `slug_quarantined`; of two at once exactly one wins.
 */
export async function createTenant(input: z.input<typeof CreateTenant>): Promise<Tenant> {
  const given = validate(CreateTenant, input);
  const slug = parseSlug(given.slug);
  if (given.placement !== "shared" || given.server !== "primary") {
    throw new AppError("invalid", "placement_unavailable", "Only the placement shared can be created so far.");
  }
  return writeCatalog(async (db) => {
    const [former] = await db
      .select({ recent: sql<boolean>`given_up_at > now() - ${`${QUARANTINE_DAYS} days`}::interval` })
      .from(formerSlugs)
      .where(eq(formerSlugs.slug, slug));
    if (former?.recent)
      throw new AppError("conflict", "slug_quarantined", "This address was given up less than 90 days ago.");
    const [row] = await db
      .insert(tenants)
      .values({ ...given, id: newId(), slug })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new AppError("conflict", "slug_taken", "This address is taken.");
    return asTenant(row);
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
