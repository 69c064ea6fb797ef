import { decode, encode } from "next-auth/jwt";
import { AppError, notFound } from "@/lib/app-error";
import { requestContext } from "@/lib/http/request-context";
import { findSession } from "@/lib/sessions/find";
import { SESSION_DAYS } from "@/lib/sessions/open";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";
import { SessionToken, sessionCookie } from "./config";
import { authSecret } from "./secret";
import { readToken } from "./signed-in";

/*
 * A cookie belongs to one host, so that a renamed tenant's people would be signed out.
 * The old host sends whoever shows a session cookie on with a ticket in the address,
 * good for a minute, that the new host makes a cookie of its own from.
 */

const SALT = "spinner.hand-over";
const TICKET_SECONDS = 60;

/** The redirect of a renamed tenant, made to take the session of this request along; any other error as it is. */
export async function takingSession(error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== "tenant_renamed" || !error.location) return error;
  const token = await readToken();
  if (!token) return error;
  const ticket = await encode({ token, secret: authSecret(), salt: SALT, maxAge: TICKET_SECONDS });
  const location = new URL("/continue", error.location);
  location.search = new URLSearchParams({ ticket, to: requestContext().url }).toString();
  return new AppError("moved", error.code, error.detail, { location: location.href });
}

/** A session cookie for this host. Throws 404 for a ticket that is altered, late, another tenant's, or of a closed session. */
export async function acceptSession(tenant: Tenant, ticket: string) {
  const salt = sessionCookie();
  const secret = authSecret();
  const token = await decode({ token: ticket, secret, salt: SALT })
    .then((found) => SessionToken.safeParse(found).data)
    .catch(() => undefined);
  if (!token || token.tid !== tenant.id) throw notFound();
  if (!(await findSession(new TenantScope(tenant, VISITOR), token.sid))) throw notFound();
  const maxAge = SESSION_DAYS * 86_400;
  return {
    name: salt,
    value: await encode({ token, secret, salt, maxAge }),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: requestContext().secure, maxAge } as const,
  };
}
