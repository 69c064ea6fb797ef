import { hostname, userInfo } from "node:os";
import { operatorLog } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";

/** Writes down what the operator does across tenants, before it is done. `who` is an operator's account, or this machine's user. */
export async function recordOperation(
  what: string,
  detail: Record<string, string | number | string[]>,
  who: string = `${userInfo().username}@${hostname()}`,
): Promise<void> {
  await writeCatalog((db) => db.insert(operatorLog).values({ id: newId(), who, what, detail }));
}
