import { unavailable } from "@/lib/app-error";
import { type Admin, type AdminTransaction, connectAsAdmin } from "@/lib/db/admin";
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

/**
 * Runs `body` with a connection to each of two places. Ends with 503 when one of them is lost: the driver itself may
 * wait for ever for what a dead server owes.
 */
export async function withSides<T>(
  cluster: Cluster,
  tenantId: string,
  places: { source: Placement; target: Placement },
  body: (sides: { source: Side; target: Side }) => Promise<T>,
): Promise<T> {
  const lost = losable();
  const close = () => lost.reject(unavailable(new Error("a connection of the move was lost")));
  lost.promise.catch(() => {});
  const source = connectAsAdmin(adminUrlOf(cluster, places.source), close);
  const target = connectAsAdmin(adminUrlOf(cluster, places.target), close);
  try {
    const versions = await Promise.all([work(source, places.source), work(target, places.target)]);
    const both = { tenantId, textual: versions[0] !== versions[1] };
    const sides = {
      source: { admin: source, placement: places.source, ...both },
      target: { admin: target, placement: places.target, ...both },
    };
    return await Promise.race([body(sides), lost.promise]);
  } finally {
    await Promise.all([source.end({ timeout: 2 }), target.end({ timeout: 2 })]);
  }
}

/** Makes a connection ready for work. Returns the server's major version. */
async function work(admin: Admin, { schema }: Placement): Promise<number> {
  await admin.unsafe(`SET ROLE ${PLATFORM_ROLE}; SET search_path = "${schema}"; SET statement_timeout = 0`);
  const [row] = await admin`SELECT current_setting('server_version_num')::int / 10000 AS major`;
  return Number(row?.major);
}

function losable(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
