import { sql } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import type { TenantScope } from "@/lib/tenancy/scope";
import { changeSpinner } from "./change";
import type { Spinner } from "./find";

/**
 * Takes a spinner out of use: forms offer it no more. What it spun goes on to count, and what devices still send of it
 * is stored. Throws 403, 404.
 */
export function retireSpinner(at: TenantScope, id: string): Promise<Spinner> {
  return changeSpinner(at, id, { retiredAt: sql`coalesce(${spinners.retiredAt}, now())` });
}
