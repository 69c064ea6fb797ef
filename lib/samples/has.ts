import { sql } from "drizzle-orm";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Whether there is anybody or anything made up here. Throws 403. */
export async function hasSamples(at: TenantScope): Promise<boolean> {
  at.must("figures:read");
  const [row] = await at.read((db) =>
    db.execute(sql`
      SELECT EXISTS (SELECT 1 FROM people WHERE tenant_id = ${db.tenantId} AND sample)
        OR EXISTS (SELECT 1 FROM spinners WHERE tenant_id = ${db.tenantId} AND sample)`),
  );
  return row?.[0] === true;
}
