import { AppError } from "@/lib/app-error";
import { isSlug, RESERVED_LABELS } from "./host";

/**
 * A tenant's address as typed, in lower case.
 * Throws 422 `slug_reserved` for what is ours or the database's, 422 `slug_invalid` for what no host name may be.
 */
export function parseSlug(input: string): string {
  const slug = input.trim().toLowerCase();
  if (RESERVED_LABELS.has(slug) || slug.startsWith("pg_")) {
    throw new AppError("invalid", "slug_reserved", "This address is reserved.");
  }
  if (!isSlug(slug)) {
    throw new AppError(
      "invalid",
      "slug_invalid",
      "An address has 3 to 40 characters of a–z, 0–9 and hyphens, with no hyphen at either end or doubled at 3–4.",
    );
  }
  return slug;
}
