import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { AppError } from "@/lib/app-error";
import { log } from "@/lib/log";
import { findSession } from "@/lib/sessions/find";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { SessionToken, sessionCookie } from "./config";
import { authSecret } from "./secret";

/**
 * The scope of the person that this request's cookie stands for, at `tenant`; undefined when signed out.
 * A cookie of another tenant counts as none: next-auth itself would take it.
 */
export const signedIn = cache(async (tenant: Tenant): Promise<TenantScope | undefined> => {
  const token = await readToken();
  if (!token) return undefined;
  if (token.tid !== tenant.id) {
    log().warn({ tenant: tenant.slug }, "a session of another tenant was shown");
    return undefined;
  }
  const person = await findSession(new TenantScope(tenant, VISITOR), token.sid);
  return person && new TenantScope(tenant, person);
});

/** What this request's cookie says, if it is one of ours; whether it is true only the session's row knows. */
export async function readToken() {
  const name = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return undefined;
  try {
    return SessionToken.safeParse(await decode({ token, secret: authSecret(), salt: name })).data;
  } catch {
    return undefined;
  }
}

/** The scope of the person who sent a form. Throws 401 `signed_out` when nobody is signed in. */
export async function requireSignedIn(): Promise<TenantScope> {
  const at = await signedIn(await tenantOfRequest());
  if (!at) throw new AppError("unauthenticated", "signed_out", "You are signed out. Please sign in again.");
  return at;
}
