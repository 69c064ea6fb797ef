import { eq, type InferInsertModel } from "drizzle-orm";
import { z } from "zod";
import { tenants } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { writeCatalog } from "@/lib/db/catalog";
import { makePlacement, removePlacement } from "@/lib/db/make-placement";
import { betweenMigrations } from "@/lib/db/operator";
import { newId } from "@/lib/new-id";
import { ARCHITECTURES, type Architecture, PRIMARY } from "@/lib/tenancy/placement";
import { parseSlug } from "@/lib/tenancy/slug";
import { ACCENTS, type Tenant } from "@/lib/tenancy/tenant";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { checkFree, taken } from "./free-slug";
import { asTenant, selectTenants } from "./row";

const CreateTenant = z.strictObject({
  slug: z.string(),
  name: NameText,
  placement: z.enum(ARCHITECTURES).default("shared"),
  server: z.string().default(PRIMARY),
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone, as Europe/Berlin").default("UTC"),
  accent: z.enum(ACCENTS).optional(),
  origin: z.enum(["operator", "demo"]).default("operator"),
});

/**
 * Adds a customer company, and makes the place for its rows: it is served at once. Throws 422 `slug_invalid`,
 * `slug_reserved`, `invalid` or `placement_invalid`, 404 `server_unknown`, 409 `slug_taken` or `slug_quarantined`;
 * of two at once exactly one wins, and what the other has made is taken down again.
 */
export async function createTenant(input: z.input<typeof CreateTenant>): Promise<Tenant> {
  const given = validate(CreateTenant, input);
  const slug = parseSlug(given.slug);
  checkServer(given.placement, given.server);
  await checkFree(slug);
  const id = newId();
  const insert = () => insertTenant({ ...given, id, slug });
  if (given.placement === "shared") return insert();
  const placed = { id, architecture: given.placement, server: given.server };
  return betweenMigrations(async (cluster) => {
    try {
      await makePlacement(cluster, placed);
      return await insert();
    } catch (error) {
      await removePlacement(cluster, placed).catch(() => {});
      throw error;
    }
  });
}

/** Throws 422 `placement_invalid` for a placement that no other server than the primary has. */
export function checkServer(architecture: Architecture, server: string): void {
  if (architecture === "database" || server === PRIMARY) return;
  throw new AppError(
    "invalid",
    "placement_invalid",
    `Only databases are placed on other servers, not "${architecture}".`,
  );
}

async function insertTenant(row: InferInsertModel<typeof tenants>): Promise<Tenant> {
  const [stored] = await writeCatalog(async (db) => {
    const [added] = await db.insert(tenants).values(row).onConflictDoNothing().returning({ id: tenants.id });
    return added ? selectTenants(db).where(eq(tenants.id, added.id)) : [];
  });
  if (!stored) throw taken();
  return asTenant(stored);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
