import { AppError } from "@/lib/app-error";
import type { SortedColumn } from "./table-head";

export interface Sorting<K extends string> {
  by: K;
  descending: boolean;
}

/**
 * The order that a list's address asks for: `sort=name`, or the other way round `sort=-name`; the first of `orders`, if
 * it asks for none. Throws 422 `invalid` for one that is not among them.
 */
export function readSorting<K extends string>(query: URLSearchParams, orders: readonly Sorting<K>[]): Sorting<K> {
  const asked = query.get("sort");
  const found = asked ? orders.find((order) => written(order) === asked) : orders[0];
  if (found) return found;
  const message = `must be one of ${orders.map(written).join(", ")}`;
  throw new AppError("invalid", "invalid", "Some fields are not valid.", {
    faults: [{ path: "sort", code: "invalid", message }],
  });
}

export interface List<K extends string> {
  path: string;
  /** What else the address asks for; it stays. */
  query: URLSearchParams;
  sorting: Sorting<K>;
}

/** The head of a column that a list can be sorted by; of one that it is sorted by already, the other way round. */
export function sortedColumn<K extends string>(
  name: string,
  { by, descending }: Sorting<K>,
  { path, query, sorting }: List<K>,
): SortedColumn {
  const isSorted = sorting.by === by;
  const next = new URLSearchParams(query);
  next.set("sort", written({ by, descending: isSorted ? !sorting.descending : descending }));
  const direction = sorting.descending ? "descending" : "ascending";
  return { name, href: `${path}?${next}`, sorted: isSorted ? direction : undefined };
}

function written({ by, descending }: Sorting<string>): string {
  return descending ? `-${by}` : by;
}
