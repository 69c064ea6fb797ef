import { redirect } from "next/navigation";

/** A path with everything that a query says. */
export function addressOf(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address of a page beside another of its kind. */
export function besideAddress(path: string, query: URLSearchParams, other: string): string {
  const beside = new URLSearchParams(query);
  beside.set("with", other);
  return addressOf(path, beside);
}

/** Whom an address asks to stand beside; nothing stands beside itself, but leads to its own page. */
export function askedBeside(path: string, query: URLSearchParams): string | undefined {
  const asked = query.get("with") ?? "";
  if (!path.endsWith(`/${asked}`) || asked === "") return asked || undefined;
  const alone = new URLSearchParams(query);
  alone.delete("with");
  redirect(addressOf(path, alone));
}
