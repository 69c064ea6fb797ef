import { settings } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import type { Tenant } from "@/lib/tenancy/tenant";
import type { Address } from "./connection";
import { databaseAddress } from "./database-address";
import { DatabasePools } from "./database-pools";
import { Pool } from "./pool";
import { APP_ROLE, PLATFORM_ROLE } from "./role-names";

interface Servers {
  /** How to reach the main database of the primary: to serve tenants, and to work on the catalog. */
  tenants: Address;
  catalog: Address;
  /** Set for the operator's command line: the administrator's address of the primary. */
  adminUrl: string | undefined;
  pools: Map<string, Pool>;
  databases: DatabasePools;
}

function servers(): Servers {
  return processWide("servers", () => {
    const url = settings().databaseUrl;
    if (!url) throw new Error("DATABASE_URL is not set");
    return withPools({ tenants: { url }, catalog: { url }, adminUrl: undefined });
  });
}

/**
 * For the operator's command line, whose connection may become any role: tenants are opened as the application
 * role, walls and all, and only the catalog is open to writing.
 */
export function actAsOperator(adminUrl: string): void {
  const tenants = { url: adminUrl, role: APP_ROLE };
  const catalog = { url: adminUrl, role: PLATFORM_ROLE };
  Object.assign(
    processWide("servers", () => withPools({ tenants, catalog, adminUrl })),
    { tenants, catalog, adminUrl },
  );
}

/** The administrator's address of the primary. Throws in a process that is not the operator's. */
export function operatorUrl(): string {
  const { adminUrl } = servers();
  if (adminUrl === undefined) throw new Error("only the operator's command line may do this");
  return adminUrl;
}

/** The connections to a tenant's rows. Throws 503 `unavailable` while too many databases are in use at once. */
export function poolOf(tenant: Tenant): Pool | Promise<Pool> {
  const { databases, adminUrl } = servers();
  if (!tenant.placement.database) return pool("tenants");
  return databases.of(tenant, () => databaseAddress(catalogPool(), tenant, adminUrl));
}

/** The connections to the catalog. */
export function catalogPool(): Pool {
  return pool("catalog");
}

/** The main database of the primary, for a connection of one's own. */
export function primaryAddress(): Address {
  return servers().catalog;
}

/** Closes every idle connection, for a process that is about to end. */
export function closePools(): void {
  const { pools, databases } = servers();
  for (const open of pools.values()) open.close();
  databases.close();
}

function withPools(addresses: Pick<Servers, "tenants" | "catalog" | "adminUrl">): Servers {
  return { ...addresses, pools: new Map(), databases: new DatabasePools() };
}

function pool(use: "tenants" | "catalog"): Pool {
  const { pools, ...addresses } = servers();
  const address = addresses[use];
  const key = `${address.role ?? ""}@${address.url}`;
  const open = pools.get(key) ?? new Pool(address);
  pools.set(key, open);
  return open;
}
