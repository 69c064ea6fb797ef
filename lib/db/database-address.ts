import { unavailable } from "@/lib/app-error";
import { settings } from "@/lib/env";
import type { Tenant } from "@/lib/tenancy/tenant";
import { CATALOG_SCHEMA } from "./catalog-schema";
import { adminUrlOf, readCluster } from "./cluster";
import type { Address } from "./connection";
import type { Pool } from "./pool";
import { transact } from "./transaction";

/**
 * How to reach a tenant's own database: by the role that serves it, whose password the catalog tells in that
 * tenant's name only; for the operator by an administrator's connection that becomes that role.
 * Throws 503 `unavailable` for a database, 404 `server_unknown` for a server, that the catalog does not know.
 */
export async function databaseAddress(catalog: Pool, tenant: Tenant, adminUrl: string | undefined): Promise<Address> {
  if (adminUrl === undefined) return addressToServe(catalog, tenant);
  const { placement } = tenant;
  const url = adminUrlOf(await readCluster(adminUrl), placement);
  return { url, ...(placement.database && { role: placement.database }) };
}

async function addressToServe(catalog: Pool, { id, placement }: Tenant): Promise<Address> {
  const how = { mode: "read", schema: CATALOG_SCHEMA, tenantId: id } as const;
  const { rows } = await transact(catalog, how, (send) =>
    send("SELECT address, password FROM database_access WHERE tenant_id = $1 AND server = $2", [id, placement.server]),
  );
  const [access] = rows;
  if (!access) throw unavailable(new Error(`no access to a database of ${id} on ${placement.server}`));
  const url = new URL(settings().databaseUrl ?? "");
  if (access[0] !== null) url.host = String(access[0]);
  url.username = placement.database ?? "";
  url.password = String(access[1]);
  url.pathname = `/${placement.database}`;
  return { url: url.href };
}
