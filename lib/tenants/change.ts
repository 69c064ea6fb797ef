import { eq } from "drizzle-orm";
import { z } from "zod";
import { tenants } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import type { Tenant } from "@/lib/tenancy/tenant";
import { validate } from "@/lib/validate";

const Changes = z.strictObject({
  status: z.enum(["active", "suspended"]).optional(),
  /** Null takes a limit of its own away. */
  connections: z.int().min(1, "must be 1 to 50").max(50, "must be 1 to 50").nullable().optional(),
  statementTimeoutMs: z
    .int()
    .min(100, "must be 100 to 20000")
    .max(20_000, "must be 100 to 20000")
    .nullable()
    .optional(),
});

/** Suspends a tenant, lets it go on, or sets its limits: every process knows within a second. Throws 422 `invalid`. */
export async function changeTenant(tenant: Tenant, input: z.input<typeof Changes>): Promise<void> {
  const changes = validate(Changes, input);
  await writeCatalog((db) => db.update(tenants).set(changes).where(eq(tenants.id, tenant.id)));
}
