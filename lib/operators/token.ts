import { createHash, randomBytes } from "node:crypto";

/** What an operator's browser keeps: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the catalog keeps of it. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
