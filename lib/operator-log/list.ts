import { desc, sql } from "drizzle-orm";
import { operatorLog } from "@/drizzle/catalog/schema";
import { readCursor } from "@/lib/cursor";
import { readCatalog } from "@/lib/db/catalog";
import { cutPage, type Page } from "@/lib/page";

export type Operation = typeof operatorLog.$inferSelect;

/** Whose cursors they are: no tenant has this id. */
const OPERATOR = "operator";

/** A page of what the operator did across tenants, newest first. Throws 400 `cursor_invalid`. */
export async function listOperations(limit: number, cursor: string | undefined): Promise<Page<Operation>> {
  const [last] = cursor === undefined ? [] : readCursor(OPERATOR, cursor);
  const { at, id } = operatorLog;
  const rows = await readCatalog((db) =>
    db
      .select()
      .from(operatorLog)
      .where(
        last === undefined ? undefined : sql`(${at}, ${id}) < (SELECT at, id FROM operator_log WHERE id = ${last})`,
      )
      .orderBy(desc(at), desc(id))
      .limit(limit + 1),
  );
  return cutPage(OPERATOR, rows, limit, (operation) => [operation.id]);
}
