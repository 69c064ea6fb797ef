import { type Admin, type AdminTransaction, withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { PLATFORM_ROLE } from "@/lib/db/role-names";
import type { Placement } from "@/lib/tenancy/placement";

/** One end of a move: a connection that sees past row security, in the schema of a placement. */
export interface Side {
  admin: Admin;
  placement: Placement;
  tenantId: string;
  /** Rows are compared as text: the other end is a server of another version. */
  textual: boolean;
}

/** What statements of a side are sent through: its connection, or a transaction on it. */
export type Sql = Admin | AdminTransaction;

/** Runs `body` with a connection to each of two places. Throws 503 `unavailable` when one of them is lost. */
export function withSides<T>(
  cluster: Cluster,
  tenantId: string,
  places: { source: Placement; target: Placement },
  body: (sides: { source: Side; target: Side }) => Promise<T>,
): Promise<T> {
  return withConnection(adminUrlOf(cluster, places.source), (source) =>
    withConnection(adminUrlOf(cluster, places.target), async (target) => {
      const versions = await Promise.all([work(source, places.source), work(target, places.target)]);
      const both = { tenantId, textual: versions[0] !== versions[1] };
      return body({
        source: { admin: source, placement: places.source, ...both },
        target: { admin: target, placement: places.target, ...both },
      });
    }),
  );
}

/** Makes a connection ready for work. Returns the server's major version. */
async function work(admin: Admin, { schema }: Placement): Promise<number> {
  await admin.unsafe(`SET ROLE ${PLATFORM_ROLE}; SET search_path = "${schema}"; SET statement_timeout = 0`);
  const [row] = await admin`SELECT current_setting('server_version_num')::int / 10000 AS major`;
  return Number(row?.major);
}
