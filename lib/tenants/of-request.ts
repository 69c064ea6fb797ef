import { headers } from "next/headers";
import { AppError, notFound } from "@/lib/app-error";
import { settings } from "@/lib/env";
import { parseHost } from "@/lib/tenancy/host";
import type { Tenant } from "@/lib/tenancy/tenant";
import { findTenant } from "./find";

/** The tenant whose host is asked. Throws 404 for nobody's address, 403 `tenant_suspended`, 503 `unavailable`. */
export async function tenantOfRequest(): Promise<Tenant> {
  return tenantOfHost((await headers()).get("host"));
}

export async function tenantOfHost(host: string | null): Promise<Tenant> {
  const surface = parseHost(host, settings().rootDomain);
  const tenant = surface.kind === "tenant" ? await findTenant(surface.slug) : undefined;
  if (!tenant) throw notFound();
  if (tenant.status !== "active") {
    throw new AppError("forbidden", "tenant_suspended", "This workspace is suspended. Please write to its owner.");
  }
  return tenant;
}
