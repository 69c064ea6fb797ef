import { settings } from "@/lib/env";

/** What cookies and cursors are sealed with. Throws where none is set. */
export function authSecret(): string {
  const secret = settings().authSecret;
  if (!secret) throw new Error("AUTH_SECRET is not set");
  return secret;
}
