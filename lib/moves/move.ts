import { AppError } from "@/lib/app-error";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { type Architecture, isSamePlace, type Placement, placementOf } from "@/lib/tenancy/placement";
import type { Tenant } from "@/lib/tenancy/tenant";
import { checkServer } from "@/lib/tenants/create";
import { findAgain } from "@/lib/tenants/find";
import { catchUp, copyRows } from "./copy";
import { freezeAndSwitch } from "./freeze";
import { beginMove, enterStep, type Move, type Progress, placesOf, type Step, unfinishedMove } from "./journal";
import { keepOldCopy } from "./keep";
import { locked } from "./lock";
import { prepare } from "./prepare";
import { rollBack } from "./roll-back";
import { withSides } from "./side";

export interface Destination {
  to: Architecture;
  server: string;
}

export interface Moved {
  /** False: it was there already. */
  moved: boolean;
  placement: Placement;
  /** Rows of the copy, and one hash of all of them, alike on both sides. */
  rows: number;
  hash: string | undefined;
  /** For how long the tenant's changes had to wait, in ms. */
  freezeMs: number;
}

/**
 * Moves a tenant to another placement while it is in use. Only its changes have to wait, while the last of them are
 * brought over and compared; the old copy stays behind a fence. A move that was cut off is taken up where it was, or
 * rolled back first where it was to another place.
 * Throws 409 `moving` or `migrating` with who holds the lock, 404 `server_unknown`, 422 `placement_invalid`.
 * What fails before the switch is rolled back.
 */
export function moveTenant(tenant: Tenant, { to, server }: Destination, progress: Progress): Promise<Moved> {
  checkServer(to, server);
  const target = placementOf({ id: tenant.id, architecture: to, server });
  return locked(tenant, async (cluster) => {
    adminUrlOf(cluster, target);
    const cutOff = await unfinishedMove(tenant.id);
    const move = cutOff && (await takeUp(cluster, cutOff, target, progress));
    const now = await findAgain(tenant);
    if (!now) throw new AppError("not_found", "tenant_unknown", `There is no tenant "${tenant.slug}" any more.`);
    if (isSamePlace(now.placement, target)) {
      const { rows = 0, freezeMs = 0 } = cutOff ?? {};
      return { moved: cutOff?.step === "switched", placement: target, rows, hash: undefined, freezeMs };
    }
    return carryOut(cluster, move ?? (await beginMove(now.placement, target, tenant.id)), progress);
  });
}

/** Finishes what was cut off after its switch; what was not, goes on if it is to the same place, or is undone. */
async function takeUp(
  cluster: Cluster,
  cutOff: Move,
  target: Placement,
  progress: Progress,
): Promise<Move | undefined> {
  if (cutOff.step === "switched") {
    await keepOldCopy(cluster, cutOff, progress);
    return undefined;
  }
  if (cutOff.step !== "rolling_back" && isSamePlace(placesOf(cutOff).target, target)) return cutOff;
  await rollBack(cluster, cutOff, "another move was begun", progress);
  return undefined;
}

async function carryOut(cluster: Cluster, begun: Move, progress: Progress): Promise<Moved> {
  let move = begun;
  const enter = async (step: Step) => {
    move = await enterStep(move, step);
    await progress(step);
  };
  try {
    await enter("preparing");
    await prepare(cluster, move);
    const switched = await withSides(cluster, move.tenantId, placesOf(move), async (sides) => {
      await enter("copying");
      await progress("copying", `${await copyRows(sides)} rows`);
      await enter("catching_up");
      await catchUp(sides, (rows) => progress("catching_up", `${rows} rows`));
      await enter("frozen");
      return freezeAndSwitch(cluster, move, sides, progress);
    });
    await keepOldCopy(cluster, { ...move, step: "switched" }, progress);
    return { moved: true, placement: placesOf(move).target, ...switched };
  } catch (error) {
    const now = await unfinishedMove(move.tenantId);
    const undo = now && now.step !== "switched" ? rollBack(cluster, now, reasonOf(error), progress) : undefined;
    // Where it cannot be undone now, as with its server down, the next move does it first.
    await undo?.catch((failure: unknown) => progress("rolling_back", reasonOf(failure)));
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof AppError ? error.code : error instanceof Error ? error.message.slice(0, 500) : "failed";
}
