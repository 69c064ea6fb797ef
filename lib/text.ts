import { z } from "zod";

/** Control characters, and those that turn the direction of what follows: a name with one could pass for another. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}]/u;

/** A name as a person types it: NFC, outer spaces off, 1 to 120 characters; emoji stay. */
export const NameText = z
  .string()
  .refine((text) => text.isWellFormed(), { error: "must be whole characters", abort: true })
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => text.length > 0, { error: "must not be empty", abort: true })
  .refine((text) => [...text].length <= 120, { error: "must have at most 120 characters", abort: true })
  .refine((text) => !INVISIBLE.test(text), "must not hold control characters");

/** The form in which names are compared: spaces run together, letter case apart. */
export function nameKey(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** An e-mail address in lower case, as it is stored and compared. */
export const EmailText = z
  .string()
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(z.email("must be an e-mail address").max(254, "must have at most 254 characters"));
