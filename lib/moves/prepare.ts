import { AppError } from "@/lib/app-error";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { fence } from "@/lib/db/fence";
import { makePlacement } from "@/lib/db/make-placement";
import { migrationNames } from "@/lib/db/migrations";
import { isSamePlace, type Placement } from "@/lib/tenancy/placement";
import { enterStep, keptMoves, type Move, placesOf } from "./journal";

/**
 * Makes the place that a tenant is to move to. Where an old copy of it is still there, its rows are what the copying
 * begins with: their fence is lifted, while `moved_away` goes on refusing changes until the switch.
 * Throws 409 `placement_outdated` for a source that was not migrated.
 */
export async function prepare(cluster: Cluster, move: Move): Promise<void> {
  const { source, target } = placesOf(move);
  await checkMigrated(cluster, source);
  await makePlacement(cluster, move.to);
  await withConnection(adminUrlOf(cluster, target), async (admin) => {
    const kept = await admin.unsafe(
      `UPDATE "${target.schema}".moved_away SET kept = false WHERE tenant_id = '${move.tenantId}' AND kept`,
    );
    if (kept.count > 0) await fence(admin, target.schema);
  });
  for (const older of await keptMoves(move.tenantId)) {
    if (isSamePlace(placesOf(older).source, target)) await enterStep(older, "forgotten", "its place is a home again");
  }
}

async function checkMigrated(cluster: Cluster, { schema, ...place }: Placement): Promise<void> {
  const applied = await withConnection(adminUrlOf(cluster, place), (admin) =>
    admin.unsafe(`SELECT name FROM "${schema}".schema_migrations`),
  );
  const names = new Set(applied.map((row) => String(row.name)));
  if (migrationNames("tenant").some((name) => !names.has(name))) {
    throw new AppError("conflict", "placement_outdated", "The placement is older than this code: run spinctl migrate.");
  }
}
