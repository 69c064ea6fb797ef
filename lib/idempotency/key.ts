import { AppError } from "@/lib/app-error";

/** A structured field's string (RFC 9651): what it may not hold as it stands, a backslash goes before. */
const QUOTED = /^"((?:[!#-[\]-~]|\\["\\])*)"$/;
const BARE = /^[!#-~]+$/;
const LONGEST = 255;

/**
 * The `Idempotency-Key` of a request, if it has one: a string in quotes, as draft-ietf-httpapi-idempotency-key-header
 * has it, or the same without them. Throws 400 `idempotency_key_invalid`.
 */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const given = headers.get("idempotency-key");
  if (given === null) return undefined;
  const key = QUOTED.exec(given)?.[1]?.replace(/\\(.)/g, "$1") ?? BARE.exec(given)?.[0] ?? "";
  if (key.length > 0 && key.length <= LONGEST) return key;
  throw new AppError(
    "malformed",
    "idempotency_key_invalid",
    `An Idempotency-Key is a string in quotes, of 1 to ${LONGEST} visible ASCII characters.`,
  );
}
