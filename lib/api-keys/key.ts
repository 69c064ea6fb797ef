import { createHash, randomBytes } from "node:crypto";

/** A new key: a prefix that secret scanners can know, and 256 random bits. */
export function newKey(): string {
  return `spk_${randomBytes(32).toString("base64url")}`;
}

export function isKey(text: string): boolean {
  return /^spk_[\w-]{43}$/.test(text);
}

export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
