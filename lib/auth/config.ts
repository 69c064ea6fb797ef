import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { requestContext } from "@/lib/http/request-context";
import { log } from "@/lib/log";
import { SESSION_DAYS } from "@/lib/sessions/open";
import { signInWithPassword } from "@/lib/sessions/sign-in";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { knownDevice } from "./device";
import { authSecret } from "./secret";

/** The cookie says which session of which tenant; the session row says whether that is so. */
export const SessionToken = z.object({ sid: z.string(), tid: z.string() });

/** Host-only, and with the prefix that keeps siblings from setting it wherever the browser's side is encrypted. */
export function sessionCookie(): string {
  return requestContext().secure ? "__Host-spinner.session" : "spinner.session";
}

async function authorize(given: Partial<Record<string, unknown>>) {
  const { email, password } = z.object({ email: z.string(), password: z.string() }).parse(given);
  const tenant = await tenantOfRequest();
  const at = new TenantScope(tenant, VISITOR);
  const device = await knownDevice(tenant.id, email);
  const sid = await signInWithPassword(at, { email, password, device, address: requestContext().address });
  return { id: sid, sid, tid: tenant.id };
}

function config(): NextAuthConfig {
  const { secure } = requestContext();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const cookie = (name: string) => ({ name: `${secure ? "__Host-" : ""}spinner.${name}`, options });
  return {
    secret: authSecret(),
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    cookies: {
      sessionToken: { name: sessionCookie(), options },
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    pages: { signIn: "/sign-in" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: { jwt: ({ token, user }) => (user ? SessionToken.parse(user) : token) },
    logger: { error: () => {}, warn: () => {}, debug: (message) => log().debug({ message }, "next-auth") },
  };
}

export const { signIn: startSession, signOut: dropCookies } = NextAuth(() => config());
