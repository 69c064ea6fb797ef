import type { TenantDb } from "@/lib/db/tenant-db";
import { ALL_DAYS } from "@/lib/figures/rolled";
import { log } from "@/lib/log";
import { TenantScope } from "@/lib/tenancy/scope";
import { differingSketches } from "./differences";
import { rebuildRollups } from "./rebuild";

/**
 * Makes the sketches of a tenant whose spins are from before there were any, or before those knew hours, and says
 * whether it had to. Looks at two rows where all is well. Throws 503 `unavailable` where somebody else is at it.
 */
export async function completeSketches(at: TenantScope): Promise<boolean> {
  const whole = { from: ALL_DAYS, to: ALL_DAYS };
  const missing = await at.read((db: TenantDb) => differingSketches(db, whole));
  if (missing === 0) return false;
  const { days } = await rebuildRollups(new TenantScope(at.tenant, { kind: "operator" }));
  log().info({ tenant: at.tenant.id, days }, "sketches are complete now");
  return true;
}
