import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { fence } from "@/lib/db/fence";
import { enterStep, type Move, type Progress, placesOf } from "./journal";

/** After the switch: the database itself refuses changes to the old copy, which stays for a while. */
export async function keepOldCopy(cluster: Cluster, move: Move, progress: Progress): Promise<void> {
  const { source } = placesOf(move);
  await withConnection(adminUrlOf(cluster, source), (admin) => fence(admin, source.schema));
  await enterStep(move, "kept");
  await progress("kept");
}
