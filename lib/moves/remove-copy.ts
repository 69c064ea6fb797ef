import { type Admin, withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { removePlacement } from "@/lib/db/make-placement";
import { ROWS_TABLES } from "@/lib/db/tenant-tables";
import type { Placed, Placement } from "@/lib/tenancy/placement";

/** Rows a statement removes: a tenant of millions must not hold the shared tables up. */
const BATCH = 10_000;

/** Removes a tenant's rows from a place that is not its home: the schema or database whole, shared rows in batches. */
export async function removeCopy(cluster: Cluster, tenant: Placed, place: Placement): Promise<void> {
  if (place.architecture !== "shared") return removePlacement(cluster, tenant);
  await withConnection(adminUrlOf(cluster, place), async (admin) => {
    for (const { name, within } of ROWS_TABLES.toReversed()) {
      while ((await removeSome(admin, `"${place.schema}"."${name}"`, tenant.id, within)) === BATCH);
    }
  });
}

async function removeSome(admin: Admin, table: string, tenantId: string, within?: string): Promise<number> {
  const pointersFirst = within ? `ORDER BY "${within}" NULLS LAST` : "";
  const removed = await admin.unsafe(
    `DELETE FROM ${table} WHERE tenant_id = '${tenantId}'
       AND ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE tenant_id = '${tenantId}' ${pointersFirst} LIMIT ${BATCH}))`,
  );
  return removed.count;
}
