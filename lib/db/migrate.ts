import { AppError } from "@/lib/app-error";
import { type Admin, withConnection } from "./admin";
import { whileMigrating } from "./advisory-lock";
import { adminUrlOf, type Cluster, readCluster } from "./cluster";
import { migratePlacements } from "./migrate-placements";
import { CATALOG, migrateSchema, SHARED, type Target } from "./migrate-schema";
import { type Migrated, report } from "./migration-report";
import { type Migration, readMigrations } from "./migrations";
import { ownPlacements } from "./placements";

export interface MigrateOptions {
  /** The address of the one tenant whose placement is to be migrated. */
  only?: string;
  /** Placements at a time. */
  jobs?: number;
  /** Those of the data plane, where a test or a benchmark has others than the code. */
  migrations?: Migration[];
}

/**
 * Brings the catalog, the shared placement and every tenant's own up to date, each in a transaction of its own; what
 * is applied is left alone, and a placement that fails leaves the others to go on.
 * Throws 409 `migrating` with who holds the lock, 404 `tenant_unknown`, and whatever keeps the catalog back.
 */
export async function migrate(primaryUrl: string, options: MigrateOptions = {}): Promise<Migrated[]> {
  const { only, jobs = 4, migrations = readMigrations("tenant") } = options;
  return withConnection(primaryUrl, (admin) =>
    whileMigrating(admin, async () => {
      const done = [await report("catalog", () => migrateSchema(admin, CATALOG, readMigrations("catalog")))];
      if (done[0]?.result === "failed") return done;
      const chosen = only === undefined ? undefined : await tenantNamed(admin, only);
      if (!chosen || chosen.shared) done.push(await report("shared", () => migrateSchema(admin, SHARED, migrations)));
      const own = (await ownPlacements(admin)).filter(({ tenantId }) => !chosen || tenantId === chosen.id);
      return [...done, ...(await migratePlacements(await readCluster(primaryUrl), own, { jobs, migrations }))];
    }),
  );
}

/** Brings one placement up to date. Throws where that fails. */
export function migrateTarget(
  cluster: Cluster,
  place: { server: string; database: string | undefined },
  target: Target,
) {
  const url = adminUrlOf(cluster, place);
  return withConnection(url, (admin) => migrateSchema(admin, target, readMigrations("tenant")));
}

/** Throws 503 `not_migrated` with every reason, unless all went well. */
export function mustAllBeMigrated(done: Migrated[]): void {
  const failed = done.filter(({ reason }) => reason !== undefined);
  if (failed.length === 0) return;
  const reasons = failed.map(({ placement, reason }) => `${placement}: ${reason}`).join("; ");
  throw new AppError("unavailable", "not_migrated", reasons);
}

async function tenantNamed(admin: Admin, slug: string): Promise<{ id: string; shared: boolean }> {
  const [row] = await admin`SELECT id, placement FROM catalog.tenants WHERE slug = ${slug.toLowerCase()}`;
  if (!row) throw new AppError("not_found", "tenant_unknown", `There is no tenant "${slug}".`);
  return { id: String(row.id), shared: row.placement === "shared" };
}
