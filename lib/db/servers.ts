import { unavailable } from "@/lib/app-error";
import { settings } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import type { Placement } from "@/lib/tenancy/placement";
import type { Address } from "./connection";
import { Pool } from "./pool";
import { APP_ROLE, PLATFORM_ROLE } from "./role-names";

interface Servers {
  /** How to reach the main database of the primary: to serve tenants, and to work on the catalog. */
  tenants: Address;
  catalog: Address;
  pools: Map<string, Pool>;
}

function servers(): Servers {
  return processWide("servers", () => {
    const url = settings().databaseUrl;
    if (!url) throw new Error("DATABASE_URL is not set");
    return { tenants: { url }, catalog: { url }, pools: new Map() };
  });
}

/**
 * For the operator's command line, whose connection may become any role: tenants are opened as the application
 * role, walls and all, and only the catalog is open to writing.
 */
export function actAsOperator(adminUrl: string): void {
  Object.assign(
    processWide("servers", () => ({ pools: new Map() })),
    { tenants: { url: adminUrl, role: APP_ROLE }, catalog: { url: adminUrl, role: PLATFORM_ROLE } },
  );
}

/** The connections to a placement's database. Throws 503 for a server that is not known here. */
export function poolFor(placement: Placement): Pool {
  if (placement.server !== "primary" || placement.database) throw unavailable(new Error("unknown server"));
  return pool("tenants");
}

/** The connections to the catalog. */
export function catalogPool(): Pool {
  return pool("catalog");
}

/** Closes every idle connection, for a process that is about to end. */
export function closePools(): void {
  for (const open of servers().pools.values()) open.close();
}

function pool(use: "tenants" | "catalog"): Pool {
  const { pools, ...addresses } = servers();
  const address = addresses[use];
  const key = `${address.role ?? ""}@${address.url}`;
  const open = pools.get(key) ?? new Pool(address);
  pools.set(key, open);
  return open;
}
