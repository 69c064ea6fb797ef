import { AppError } from "@/lib/app-error";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import type { Tenant } from "@/lib/tenancy/tenant";
import { enterStep, type Move, type Progress, placesOf, unfinishedMove } from "./journal";
import { keepOldCopy } from "./keep";
import { locked } from "./lock";
import { removeCopy } from "./remove-copy";

/** Undoes a tenant's move that was cut off before its switch, or finishes it after. Throws 404 `move_unknown`. */
export function rollBackMove(tenant: Tenant, progress: Progress): Promise<void> {
  return locked(tenant, async (cluster) => {
    const move = await unfinishedMove(tenant.id);
    if (!move) throw new AppError("not_found", "move_unknown", `No move of ${tenant.slug} was cut off.`);
    if (move.step === "switched") return keepOldCopy(cluster, move, progress);
    return rollBack(cluster, move, "by the operator", progress);
  });
}

/** Takes back a fence that was raised before the switch, and removes what was copied. The tenant never left. */
export async function rollBack(cluster: Cluster, move: Move, reason: string, progress: Progress): Promise<void> {
  const { source, target } = placesOf(move);
  await enterStep(move, "rolling_back", reason);
  await progress("rolling_back", reason);
  await withConnection(
    adminUrlOf(cluster, source),
    (admin) => admin`DELETE FROM ${admin(source.schema)}.moved_away WHERE tenant_id = ${move.tenantId}`,
  );
  await removeCopy(cluster, move.to, target);
  await enterStep(move, "rolled_back", reason);
  await progress("rolled_back", reason);
}
