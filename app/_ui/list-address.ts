/**
 * What the address of a list keeps from page to page: those of its parameters that are `named` and say something. And
 * where its first and next pages are.
 */
export function listAddress(path: string, query: URLSearchParams, named: readonly string[], nextCursor: string | null) {
  const kept = new URLSearchParams([...query].filter(([name, value]) => named.includes(name) && value !== ""));
  const next = new URLSearchParams([...kept, ["cursor", nextCursor ?? ""]]);
  const first = kept.size > 0 ? `${path}?${kept}` : path;
  return {
    kept,
    pages: { ...(query.get("cursor") && { first }), ...(nextCursor && { next: `${path}?${next}` }) },
  };
}
