import { eq, getTableColumns } from "drizzle-orm";
import { plans, tenants } from "@/drizzle/catalog/schema";
import type { CatalogDb } from "@/lib/db/catalog";
import { placementOf } from "@/lib/tenancy/placement";
import type { Tenant } from "@/lib/tenancy/tenant";

/** Tenants as the catalog has them, each with its plan. */
export function selectTenants(db: CatalogDb) {
  return db
    .select({ ...getTableColumns(tenants), plan: getTableColumns(plans) })
    .from(tenants)
    .innerJoin(plans, eq(plans.name, tenants.plan));
}

export type TenantRow = Awaited<ReturnType<typeof selectTenants>>[number];

export function asTenant(row: TenantRow): Tenant {
  const { id, slug, name, status, timeZone, accent, server } = row;
  const limits = {
    connections: row.connections ?? undefined,
    statementTimeoutMs: row.statementTimeoutMs ?? undefined,
  };
  const plan = {
    name: row.plan.name,
    key: { perMinute: row.plan.keyRequestsPerMinute, burst: row.plan.keyBurst },
    tenant: { perMinute: row.plan.tenantRequestsPerMinute, burst: row.plan.tenantBurst },
  };
  const placement = placementOf({ id, architecture: row.placement, server });
  return { id, slug, name, status, timeZone, accent, placement, limits, plan };
}
