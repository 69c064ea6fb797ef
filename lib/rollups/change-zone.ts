import { sql } from "drizzle-orm";
import type { TenantScope } from "@/lib/tenancy/scope";
import { beginRecount, patiently } from "./begin-recount";
import { recountAll } from "./rebuild";

/**
 * Counts a tenant's figures anew by the days of another zone, in one transaction: readers see them by the old days or
 * by the new ones, never by both. False where they went by it already. Throws 503 `unavailable`.
 */
export function changeZone(
  at: TenantScope,
  timeZone: string,
  tell: (day: string) => void = () => {},
): Promise<boolean> {
  at.must("figures:rebuild");
  return patiently(at).write(async (db) => {
    await beginRecount(at, db);
    const [row] = await db.execute(sql`
      UPDATE calendars SET time_zone = ${timeZone} WHERE tenant_id = ${db.tenantId} AND time_zone <> ${timeZone}
      RETURNING time_zone`);
    if (!row) return false;
    await recountAll(db, tell);
    return true;
  });
}
