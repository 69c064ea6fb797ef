import { AppError } from "@/lib/app-error";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { SettingsError, settings } from "@/lib/env";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";
import { readTenant } from "@/lib/tenants/find";
import { embeddedPostgres } from "./embedded-postgres";

export const EXIT = { done: 0, failed: 1, usage: 2, notFound: 3, busy: 4 };

/** The connection that makes roles and migrates: the environment's, or the embedded server's, up as long as `body` runs. */
export async function withAdminUrl<T>(body: (url: string) => Promise<T>): Promise<T> {
  const { adminDatabaseUrl, dataDir } = settings();
  if (adminDatabaseUrl) return body(adminDatabaseUrl);
  const server = await embeddedPostgres(dataDir);
  try {
    return await body(server.adminUrl);
  } finally {
    if (server.started) await server.stop();
  }
}

/** Runs `body` as the operator: the catalog open to writing, tenants through the same door as everybody. */
export function asOperator<T>(body: () => Promise<T>): Promise<T> {
  return withAdminUrl(async (url) => {
    actAsOperator(url);
    try {
      return await body();
    } finally {
      closePools();
    }
  });
}

/** The operator's scope in a tenant. Throws 404 for an address that nobody has. */
export async function operatorAt(slug: string): Promise<TenantScope> {
  return new TenantScope(await tenantAt(slug), { kind: "operator" });
}

export async function tenantAt(slug: string): Promise<Tenant> {
  const tenant = await readTenant(slug.toLowerCase());
  if (!tenant) throw new AppError("not_found", "tenant_unknown", `There is no tenant "${slug}".`);
  return tenant;
}

const BUSY = new Set(["migrating", "moving", "counting"]);

/** What an error means to a shell. */
export function exitCode(error: unknown): number {
  if (error instanceof SettingsError) return EXIT.usage;
  if (!(error instanceof AppError)) return EXIT.failed;
  if (BUSY.has(error.code)) return EXIT.busy;
  if (error.kind === "not_found") return EXIT.notFound;
  return error.kind === "invalid" ? EXIT.usage : EXIT.failed;
}
