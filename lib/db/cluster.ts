import { AppError } from "@/lib/app-error";
import { type Placement, PRIMARY } from "@/lib/tenancy/placement";
import { withConnection } from "./admin";

/** An administrator's addresses by the names of servers. */
export type Cluster = ReadonlyMap<string, string>;

/** The servers that the catalog on the primary knows; the primary alone where there is no catalog yet. */
export function readCluster(primaryUrl: string): Promise<Cluster> {
  return withConnection(primaryUrl, async (admin) => {
    const [there] = await admin`SELECT to_regclass('catalog.servers') IS NOT NULL AS yes`;
    const rows = there?.yes ? await admin`SELECT name, url FROM catalog.servers WHERE url IS NOT NULL` : [];
    return new Map([
      [PRIMARY, primaryUrl],
      ...rows.map((row): [string, string] => [String(row.name), String(row.url)]),
    ]);
  });
}

/** The administrator's address of a server's main database, or of one of its databases. Throws 404 `server_unknown`. */
export function adminUrlOf(cluster: Cluster, { server, database }: Pick<Placement, "server" | "database">): string {
  const address = cluster.get(server);
  if (address === undefined) throw new AppError("not_found", "server_unknown", `There is no server "${server}".`);
  const url = new URL(address);
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}
