import { eq } from "drizzle-orm";
import { z } from "zod";
import { tenants } from "@/drizzle/catalog/schema";
import { notFound } from "@/lib/app-error";
import { writeCatalogAs } from "@/lib/db/catalog";
import type { TenantScope } from "@/lib/tenancy/scope";
import { ACCENTS, type Tenant } from "@/lib/tenancy/tenant";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { findAgain } from "./find";

const Appearance = z.strictObject({
  name: NameText.optional(),
  /** Null: the product's own colour. */
  accent: z
    .enum(ACCENTS, `must be one of ${ACCENTS.join(", ")}`)
    .nullable()
    .optional(),
});

/**
 * Changes what a tenant is called, and the colour of its pages; what is left out stays. Returns the tenant as it is
 * then: this process knows at once, every other within a second. Throws 403, 422 `invalid`.
 */
export async function changeAppearance(at: TenantScope, input: unknown): Promise<Tenant> {
  at.must("tenant:write");
  const { id } = at.tenant;
  const changes = validate(Appearance, input);
  if (Object.values(changes).some((value) => value !== undefined)) {
    await writeCatalogAs(id, (db) => db.update(tenants).set(changes).where(eq(tenants.id, id)));
  }
  const changed = await findAgain(at.tenant);
  if (!changed) throw notFound();
  return changed;
}
