import { eq } from "drizzle-orm";
import { z } from "zod";
import { tenants } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { writeCatalog } from "@/lib/db/catalog";
import { sqlstateOf } from "@/lib/db/sqlstate";
import type { Tenant } from "@/lib/tenancy/tenant";
import { validate } from "@/lib/validate";

const FOREIGN_KEY_VIOLATION = "23503";

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
  plan: z.string().optional(),
});

/**
 * Suspends a tenant, lets it go on, or sets its limits and its plan: every process knows within a second.
 * Throws 422 `invalid`, 404 `plan_unknown`.
 */
export async function changeTenant(tenant: Tenant, input: z.input<typeof Changes>): Promise<void> {
  const changes = validate(Changes, input);
  if (Object.values(changes).every((value) => value === undefined)) return;
  await writeCatalog((db) => db.update(tenants).set(changes).where(eq(tenants.id, tenant.id))).catch(
    (error: unknown) => {
      if (sqlstateOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
      throw new AppError("not_found", "plan_unknown", `There is no plan "${changes.plan}".`);
    },
  );
}
