import { headers } from "next/headers";
import { AppError, notFound } from "@/lib/app-error";
import { settings } from "@/lib/env";
import { requestContext } from "@/lib/http/request-context";
import { parseHost } from "@/lib/tenancy/host";
import type { Tenant } from "@/lib/tenancy/tenant";
import { findTenant } from "./find";
import { newSlugOf } from "./former-slug";

/**
 * The tenant whose host is asked. Throws 404 for nobody's address, 308 `tenant_renamed` for one that was given up
 * less than 90 days ago, 403 `tenant_suspended`, 503 `unavailable`.
 */
export async function tenantOfRequest(): Promise<Tenant> {
  return tenantOfHost((await headers()).get("host"));
}

export async function tenantOfHost(host: string | null): Promise<Tenant> {
  const surface = parseHost(host, settings().rootDomain);
  const tenant = surface.kind === "tenant" ? await findTenant(surface.slug) : undefined;
  if (!tenant) throw surface.kind === "tenant" ? await elsewhere(surface.slug) : notFound();
  requestContext().whose = tenant;
  if (tenant.status !== "active") {
    throw new AppError("forbidden", "tenant_suspended", "This workspace is suspended. Please write to its owner.");
  }
  return tenant;
}

async function elsewhere(slug: string): Promise<AppError> {
  const now = await newSlugOf(slug);
  if (now === undefined) return notFound();
  const { secure, url } = requestContext();
  const location = `${secure ? "https" : "http"}://${now}.${settings().rootDomain}${url}`;
  return new AppError("moved", "tenant_renamed", "This workspace has another address now.", { location });
}
