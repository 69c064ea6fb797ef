import { isUuid } from "@/lib/tenancy/placement";
import type { Connection } from "./connection";

/**
 * A fence is believed for this long. It stands between the last change at a tenant's old place and the catalog's
 * word for the new one; where the move died just there, changes go on after it, at the place that the catalog names.
 */
export const FENCE_SECONDS = 30;

/** Why a change could not be made here: its tenant's changes are held up for a moment, or made elsewhere now. */
export class NotHome extends Error {
  constructor(readonly reason: "frozen" | "moved" | "fence_expired") {
    super(`the tenant is not at home: ${reason}`);
    this.name = "NotHome";
  }
}

/**
 * Asks, inside a transaction that changes rows, whether this place is the tenant's. Until it ends no move can
 * freeze the tenant; a move that has makes this throw `NotHome`. The fence is looked for after the lock is held, by
 * a statement of its own, so that it is seen.
 */
export async function checkHome(connection: Connection, tenantId: string, fenceExpired: boolean): Promise<void> {
  const [lock, fence] = await Promise.all([
    connection.send("SELECT pg_try_advisory_xact_lock_shared($1)", [freezeKey(tenantId)]),
    connection.send(
      `SELECT moved_at > now() - interval '${FENCE_SECONDS} seconds' OR NOT kept FROM moved_away WHERE tenant_id = $1`,
      [tenantId],
    ),
  ]);
  if (lock.rows[0]?.[0] !== true) throw new NotHome("frozen");
  const [fenced] = fence.rows;
  if (!fenced) return;
  if (fenced[0] === true) throw new NotHome("moved");
  if (!fenceExpired) throw new NotHome("fence_expired");
}

/** The advisory lock that a tenant's changes share, and its freeze has alone: the random half of its id. */
export function freezeKey(tenantId: string): string {
  if (!isUuid(tenantId)) throw new Error("a tenant's id is a UUID");
  return BigInt.asIntN(64, BigInt(`0x${tenantId.slice(19).replaceAll("-", "")}`)).toString();
}
