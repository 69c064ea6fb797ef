import { cookies } from "next/headers";
import { requestContext } from "@/lib/http/request-context";
import { SESSION_HOURS } from "./open-session";

/** Host-only, and with the prefix that keeps siblings from setting it wherever the browser's side is encrypted. */
function name(): string {
  return requestContext().secure ? "__Host-spinner.operator" : "spinner.operator";
}

/** The token that this request's browser brings. */
export async function readToken(): Promise<string | undefined> {
  return (await cookies()).get(name())?.value;
}

export async function keepToken(token: string): Promise<void> {
  const { secure } = requestContext();
  const maxAge = SESSION_HOURS * 3_600;
  (await cookies()).set(name(), token, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge });
}

export async function dropToken(): Promise<void> {
  const { secure } = requestContext();
  (await cookies()).set(name(), "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}
