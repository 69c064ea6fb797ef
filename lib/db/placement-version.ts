import { unavailable } from "@/lib/app-error";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import type { Tenant } from "@/lib/tenancy/tenant";
import { migrationNames, type Plane } from "./migrations";
import type { Pool } from "./pool";
import { sqlstateOf } from "./sqlstate";
import { transact } from "./transaction";

/** How long it is believed that a placement is too old, in ms. That it is new enough stays true. */
const BELIEVED_MS = 1_000;

type Verdict = true | { error: Error; until: number };

/**
 * Throws 503 `unavailable` while a tenant's placement lacks a migration that this code needs, and tells the operator
 * in the log. Asked of the database once a process and placement; `undefined` at once where it is known.
 */
export function checkVersion(pool: Pool, tenant: Tenant): Promise<void> | undefined {
  const { server, database, schema } = tenant.placement;
  const key = `${server}/${database ?? ""}/${schema}`;
  const known = verdicts().get(key);
  if (known === true) return undefined;
  if (known && known.until > Date.now()) return Promise.reject(known.error);
  return ask(pool, tenant, key);
}

async function ask(pool: Pool, tenant: Tenant, key: string): Promise<void> {
  const missing = await missingMigrations(pool, tenant.placement.schema, "tenant", tenant.id);
  if (missing.length === 0) {
    verdicts().set(key, true);
    return;
  }
  const error = unavailable(new Error(`the placement ${key} lacks ${missing.join(", ")}`));
  verdicts().set(key, { error, until: Date.now() + BELIEVED_MS });
  log().error({ tenant: tenant.slug, placement: key, missing }, "placement older than this code: run spinctl migrate");
  throw error;
}

/** The migrations that this code needs and a schema's ledger does not have. Throws 503 where there is no ledger. */
export async function missingMigrations(pool: Pool, schema: string, plane: Plane, tenantId?: string) {
  try {
    return await transact(pool, { mode: "read", schema, ...(tenantId && { tenantId }) }, async (send) => {
      const { rows } = await send("SELECT name FROM schema_migrations");
      const applied = new Set(rows.map(([name]) => String(name)));
      return migrationNames(plane).filter((name) => !applied.has(name));
    });
  } catch (error) {
    throw sqlstateOf(error) === undefined ? error : unavailable(error);
  }
}

function verdicts(): Map<string, Verdict> {
  return processWide("placement-versions", () => new Map<string, Verdict>());
}
