import { asc } from "drizzle-orm";
import { servers } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";

export interface Server {
  name: string;
  /** `host:port`, and never who logs in there; null for the primary, whose address is in the environment. */
  address: string | null;
}

/** Where databases may be placed, by name. For the operator only. */
export async function listServers(): Promise<Server[]> {
  const rows = await readCatalog((db) => db.select().from(servers).orderBy(asc(servers.name)));
  return rows.map(({ name, url }) => ({ name, address: url === null ? null : addressOf(url) }));
}

export function addressOf(url: string): string {
  return new URL(url).host;
}
