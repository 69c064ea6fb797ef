import { asc } from "drizzle-orm";
import { tenants } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";
import { selectTenants, type TenantRow } from "./row";

/** Every tenant as the catalog has it, by address. For the operator only. */
export function listTenants(): Promise<TenantRow[]> {
  return readCatalog((db) => selectTenants(db).orderBy(asc(tenants.slug)));
}
