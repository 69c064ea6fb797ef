import { withConnection } from "./admin";
import { withoutMigration } from "./advisory-lock";
import { type Cluster, readCluster } from "./cluster";
import { operatorUrl } from "./servers";

/** The servers as the operator reaches them. Throws where this process is not the operator's. */
export function operatorCluster(): Promise<Cluster> {
  return readCluster(operatorUrl());
}

/** Runs `body`, which makes or fills placements, while no migration can start. Throws 409 `migrating`. */
export function betweenMigrations<T>(body: (cluster: Cluster) => Promise<T>): Promise<T> {
  return withConnection(operatorUrl(), (admin) => withoutMigration(admin, async () => body(await operatorCluster())));
}
