import { findKey } from "@/lib/api-keys/find";
import { noteUse } from "@/lib/api-keys/note-use";
import { AppError } from "@/lib/app-error";
import { signedIn } from "@/lib/auth/signed-in";
import { isOwnOrigin } from "@/lib/http/own-origin";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";

const KEY_PARAMETERS = ["key", "api_key", "apikey", "api-key", "token", "access_token"];

/**
 * Who asks: a key in the Authorization header, else the signed-in person of the cookie.
 * Throws 400 `api_key_in_url`, 401 alike for every key that does not work here, 403 for a cookie from another site.
 */
export async function authorise(request: Request, tenant: Tenant): Promise<TenantScope> {
  const query = new URL(request.url).searchParams;
  if (KEY_PARAMETERS.some((name) => query.has(name))) {
    throw new AppError(
      "malformed",
      "api_key_in_url",
      "Send the key in the Authorization header: addresses are logged.",
    );
  }
  const header = request.headers.get("authorization");
  const at = header === null ? await signedIn(tenant) : await byKey(header, tenant);
  if (!at) throw new AppError("unauthenticated", "unauthenticated", "Send a key of this workspace as a bearer token.");
  if (header === null && request.method !== "GET" && request.method !== "HEAD") refuseOtherSites(request);
  return at;
}

async function byKey(header: string, tenant: Tenant): Promise<TenantScope | undefined> {
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const actor = key === undefined ? undefined : await findKey(new TenantScope(tenant, VISITOR), key);
  if (!actor) return undefined;
  const at = new TenantScope(tenant, actor);
  noteUse(at, actor.id);
  return at;
}

function refuseOtherSites(request: Request): void {
  if (!isOwnOrigin(request.headers.get("origin"), request.headers.get("host"))) {
    throw new AppError("forbidden", "origin_forbidden", "This request was sent from another site.");
  }
}
