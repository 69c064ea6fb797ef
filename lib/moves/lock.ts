import { withConnection } from "@/lib/db/admin";
import { underLock } from "@/lib/db/advisory-lock";
import type { Cluster } from "@/lib/db/cluster";
import { betweenMigrations } from "@/lib/db/operator";
import { operatorUrl } from "@/lib/db/servers";
import type { Tenant } from "@/lib/tenancy/tenant";

/**
 * Runs `body` while nobody else moves this tenant, and no placement is migrated.
 * Throws 409 `moving` or `migrating` with who is at it.
 */
export function locked<T>(tenant: Pick<Tenant, "id" | "slug">, body: (cluster: Cluster) => Promise<T>): Promise<T> {
  const lock = { name: `spinner-tracking move ${tenant.id}`, code: "moving", what: `A move of ${tenant.slug}` };
  return betweenMigrations((cluster) =>
    withConnection(operatorUrl(), (admin) => underLock(admin, lock, () => body(cluster))),
  );
}
