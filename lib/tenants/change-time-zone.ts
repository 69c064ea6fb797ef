import { eq } from "drizzle-orm";
import { tenants } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { writeCatalog } from "@/lib/db/catalog";
import { changeZone } from "@/lib/rollups/change-zone";
import type { TenantScope } from "@/lib/tenancy/scope";

/**
 * Lets a tenant's days begin where `zone` is: its figures first, then what the catalog says of it, which every process
 * knows within a second. Cut off between the two it is done again as a whole. Returns the zone's name as it is
 * written. Throws 422 `time_zone_unknown`.
 */
export async function changeTimeZone(at: TenantScope, zone: string, tell: (day: string) => void): Promise<string> {
  const timeZone = nameOf(zone);
  await changeZone(at, timeZone, tell);
  await writeCatalog((db) => db.update(tenants).set({ timeZone }).where(eq(tenants.id, at.tenant.id)));
  return timeZone;
}

/** An offset such as `+01:00` is none of them: PostgreSQL would read it the other way round. */
function nameOf(zone: string): string {
  try {
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError("an offset");
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new AppError("invalid", "time_zone_unknown", "That is no time zone; name one as Europe/Berlin.");
  }
}
