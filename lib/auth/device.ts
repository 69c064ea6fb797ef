import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { requestContext } from "@/lib/http/request-context";
import { authSecret } from "./secret";

/*
 * A browser that an account has signed in on keeps a sealed note of it, so that its
 * failures are counted apart from those of strangers.
 */

const COOKIE = "spinner.device";
const YEAR_S = 365 * 86_400;

/** The id of this browser, if this account of this tenant has signed in on it. */
export async function knownDevice(tenantId: string, email: string): Promise<string | undefined> {
  const [id = "", seal = ""] = (await cookies()).get(COOKIE)?.value.split(".") ?? [];
  const expected = sealOf(tenantId, email, id);
  const same = seal.length === expected.length && timingSafeEqual(Buffer.from(seal), Buffer.from(expected));
  return same ? id : undefined;
}

/** Leaves the note. */
export async function rememberDevice(tenantId: string, email: string): Promise<void> {
  const id = randomBytes(12).toString("hex");
  const { secure } = requestContext();
  const value = `${id}.${sealOf(tenantId, email, id)}`;
  (await cookies()).set(COOKIE, value, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: YEAR_S });
}

function sealOf(tenantId: string, email: string, id: string): string {
  const content = JSON.stringify(["device", tenantId, email.trim().toLowerCase(), id]);
  return createHmac("sha256", authSecret()).update(content).digest("base64url");
}
