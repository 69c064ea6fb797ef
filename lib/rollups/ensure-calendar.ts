import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Gives a tenant that never spun the calendar that its figures go by. */
export async function ensureCalendar(at: TenantScope, db: TenantDb): Promise<void> {
  await db.execute(sql`
    INSERT INTO calendars (tenant_id, time_zone) SELECT ${db.tenantId}::uuid, ${at.tenant.timeZone}::text
    ON CONFLICT DO NOTHING`);
}
