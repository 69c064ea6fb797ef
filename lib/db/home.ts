import { isUuid } from "@/lib/tenancy/placement";
import type { Connection } from "./connection";

/**
 * A fence is believed for this long. It stands between the last change at a tenant's old place and the catalog's
 * word for the new one; where the move died just there, changes go on after it, at the place that the catalog names.
 */
export const FENCE_SECONDS = 30;

/** Why a change could not be made here: its tenant's changes are held up for a moment, or made elsewhere now. */
export class NotHome extends Error {
  constructor(
    readonly reason: "frozen" | "moved",
    /** When the fence was raised, if that is so long ago that its move may have died. */
    readonly expiredFence?: string,
  ) {
    super(`the tenant is not at home: ${reason}`);
    this.name = "NotHome";
  }
}

/** What a change that failed for its place does otherwise when it is tried again. */
export interface Again {
  /** This fence, and no later one, is void: the catalog was asked after it had expired, and names this place. */
  expiredFence?: string | undefined;
}

/**
 * Asks, inside a transaction that changes rows, whether this place is the tenant's. Until it ends no move can
 * freeze the tenant; a move that has makes this throw `NotHome`. The fence is looked for after the lock is held, by
 * a statement of its own, so that it is seen.
 */
export async function checkHome(connection: Connection, tenantId: string, again: Again = {}): Promise<void> {
  const [lock, fence] = await Promise.all([
    connection.send("SELECT pg_try_advisory_xact_lock_shared($1)", [freezeKey(tenantId)]),
    connection.send(
      `SELECT moved_at::text, kept AND moved_at < now() - interval '${FENCE_SECONDS} seconds'
       FROM moved_away WHERE tenant_id = $1`,
      [tenantId],
    ),
  ]);
  if (lock.rows[0]?.[0] !== true) throw new NotHome("frozen");
  const [fenced] = fence.rows;
  if (!fenced) return;
  const [raised, expired] = [String(fenced[0]), fenced[1] === true];
  if (!expired) throw new NotHome("moved");
  if (raised !== again.expiredFence) throw new NotHome("moved", raised);
}

/** The advisory lock that a tenant's changes share, and its freeze has alone: the random half of its id. */
export function freezeKey(tenantId: string): string {
  if (!isUuid(tenantId)) throw new Error("a tenant's id is a UUID");
  return BigInt.asIntN(64, BigInt(`0x${tenantId.slice(19).replaceAll("-", "")}`)).toString();
}
