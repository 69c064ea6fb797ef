import { eq } from "drizzle-orm";
import { tenants } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";
import { processWide } from "@/lib/process-wide";
import type { Tenant } from "@/lib/tenancy/tenant";
import { asTenant, selectTenants } from "./row";

/** How long a tenant's row is believed: a change in the catalog reaches every process within this time. */
const BELIEVED_MS = 1_000;
const REMEMBERED = 10_000;

interface Known {
  tenant: Promise<Tenant | undefined>;
  until: number;
}

/** The tenant of an address, or undefined. Throws 503 `unavailable`. */
export function findTenant(slug: string): Promise<Tenant | undefined> {
  const known = processWide("tenants", () => new Map<string, Known>());
  const recent = known.get(slug);
  if (recent && recent.until > Date.now()) return recent.tenant;
  if (known.size >= REMEMBERED) known.clear();
  const tenant = readTenant(slug);
  known.set(slug, { tenant, until: Date.now() + BELIEVED_MS });
  // Only what was found is remembered: a new tenant is served from its first moment.
  tenant.then(
    (found) => found || known.delete(slug),
    () => known.delete(slug),
  );
  return tenant;
}

/** Where a tenant is by now, from the catalog itself; whoever asks for its address next hears the same. */
export async function findAgain({ id, slug }: Tenant): Promise<Tenant | undefined> {
  const tenant = await readTenantById(id);
  processWide("tenants", () => new Map<string, Known>()).delete(slug);
  return tenant;
}

export async function readTenantById(id: string): Promise<Tenant | undefined> {
  const [row] = await readCatalog((db) => selectTenants(db).where(eq(tenants.id, id)));
  return row && asTenant(row);
}

/** The tenant of an address, from the catalog itself. */
export async function readTenant(slug: string): Promise<Tenant | undefined> {
  const [row] = await readCatalog((db) => selectTenants(db).where(eq(tenants.slug, slug)));
  return row && asTenant(row);
}
