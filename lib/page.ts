import { writeCursor } from "./cursor";

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null at the end. */
  nextCursor: string | null;
}

/** Cuts a page of `limit` from rows that were read one longer, to know whether another follows. */
export function cutPage<T>(tenantId: string, rows: T[], limit: number, position: (item: T) => string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? writeCursor(tenantId, position(last)) : null };
}
