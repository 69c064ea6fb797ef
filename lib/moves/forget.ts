import { setTimeout as sleep } from "node:timers/promises";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { fence } from "@/lib/db/fence";
import { isSamePlace } from "@/lib/tenancy/placement";
import type { Tenant } from "@/lib/tenancy/tenant";
import { readTenantById } from "@/lib/tenants/find";
import { enterStep, keptMoves, type Move, movesKeptFor, placesOf } from "./journal";
import { locked } from "./lock";
import { removeCopy } from "./remove-copy";

/** For how many days an old copy is kept. */
export const KEPT_DAYS = 7;

/** Until then a serving process may believe in the old place, and read there. In ms since the switch. */
const BELIEVED_MS = 3_000;

/** Removes what a tenant's moves have left behind. Returns how many old copies there were. Throws 409 `moving`. */
export function forgetOldCopies(tenant: Pick<Tenant, "id" | "slug">): Promise<number> {
  return locked(tenant, async (cluster) => {
    const kept = await keptMoves(tenant.id);
    for (const move of kept) await forget(cluster, move);
    return kept.length;
  });
}

/**
 * The same for every tenant whose old copies were kept for `KEPT_DAYS`. Returns the ids of the tenants; where one
 * cannot be removed now, the others are, and then this throws.
 */
export async function sweepOldCopies(): Promise<string[]> {
  const due = await movesKeptFor(KEPT_DAYS);
  const failures: unknown[] = [];
  for (const move of due) {
    const { tenantId: id } = move;
    await locked({ id, slug: id }, (cluster) => forget(cluster, move)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  return due.map(({ tenantId }) => tenantId);
}

/** A tenant that has come back lives where the copy was: then there is nothing to remove. */
async function forget(cluster: Cluster, move: Move): Promise<void> {
  const { source } = placesOf(move);
  const home = await readTenantById(move.tenantId);
  if (!home || !isSamePlace(home.placement, source)) {
    await sleep(Math.max(0, (move.switchedAt?.getTime() ?? 0) + BELIEVED_MS - Date.now()));
    await removeCopy(cluster, move.from, source);
    if (source.architecture === "shared") await liftFence(cluster, move);
  }
  await enterStep(move, "forgotten");
}

/** The row itself stays, and goes on refusing changes by whoever slept through the move. */
async function liftFence(cluster: Cluster, move: Move): Promise<void> {
  const { source } = placesOf(move);
  await withConnection(adminUrlOf(cluster, source), async (admin) => {
    await admin`UPDATE ${admin(source.schema)}.moved_away SET kept = false WHERE tenant_id = ${move.tenantId}`;
    await fence(admin, source.schema);
  });
}
