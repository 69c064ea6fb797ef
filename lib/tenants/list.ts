import { asc, type InferSelectModel } from "drizzle-orm";
import { tenants } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";

export type TenantRow = InferSelectModel<typeof tenants>;

/** Every tenant as the catalog has it, by address. For the operator only. */
export function listTenants(): Promise<TenantRow[]> {
  return readCatalog((db) => db.select().from(tenants).orderBy(asc(tenants.slug)));
}
