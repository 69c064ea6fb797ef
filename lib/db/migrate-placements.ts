import { type Admin, connectAsAdmin, withConnection } from "./admin";
import { adminUrlOf, type Cluster } from "./cluster";
import { migrateSchema } from "./migrate-schema";
import { type Migrated, report } from "./migration-report";
import { type Migration, markOf } from "./migrations";
import { markKey, marksOn, type OwnPlacement, targetOf } from "./placements";
import { sqlstateOf } from "./sqlstate";

interface Options {
  jobs: number;
  migrations: Migration[];
}

/** How often a placement is tried whose tables somebody holds, and the pause before, in ms. */
const TRIES = 5;
const PAUSE_MS = 500;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Migrates placements side by side. One query a server tells those that are up to date; one that is busy is tried
 * again after the others rather than queued behind, as whoever came next would queue behind us.
 */
export async function migratePlacements(cluster: Cluster, all: OwnPlacement[], options: Options): Promise<Migrated[]> {
  const marks = await marksOf(cluster, all);
  const wanted = markOf(options.migrations);
  const due = all.filter(({ placement }) => marks.get(placement.server)?.get(markKey(placement)) !== wanted);
  const results = new Map<string, Migrated>();
  const queue = due.map((own) => ({ own, triesLeft: TRIES }));
  await Promise.all(
    Array.from({ length: Math.min(options.jobs, queue.length) }, () => work(cluster, queue, options, results)),
  );
  return all.map(
    ({ slug }) => results.get(slug) ?? { placement: slug, result: "up to date", applied: [], reason: undefined },
  );
}

async function marksOf(cluster: Cluster, all: OwnPlacement[]) {
  const servers = new Set(all.map(({ placement }) => placement.server));
  const marks = await Promise.all(
    [...servers].map(async (server) => {
      // A server that is down tells nothing: each of its placements will say so.
      const found = await withConnection(adminUrlOf(cluster, { server, database: undefined }), (admin) =>
        marksOn(admin, server),
      ).catch(() => new Map<string, string>());
      return [server, found] as const;
    }),
  );
  return new Map(marks);
}

async function work(
  cluster: Cluster,
  queue: { own: OwnPlacement; triesLeft: number }[],
  { migrations }: Options,
  results: Map<string, Migrated>,
): Promise<void> {
  const open = new Map<string, Admin>();
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { own, triesLeft } = next;
      const url = adminUrlOf(cluster, own.placement);
      // Of databases there is one a placement, of schemas one for all.
      for (const [other, admin] of open) if (other !== url) await close(open, other, admin);
      const admin = open.get(url) ?? connectAsAdmin(url);
      open.set(url, admin);
      let busy = false;
      const done = await report(own.slug, () =>
        migrateSchema(admin, targetOf(own.placement), migrations).catch((error: unknown) => {
          busy = sqlstateOf(error) === LOCK_NOT_AVAILABLE;
          throw error;
        }),
      );
      if (busy && triesLeft > 1) {
        queue.push({ own, triesLeft: triesLeft - 1 });
        await new Promise((wake) => setTimeout(wake, PAUSE_MS));
      } else results.set(own.slug, busy ? { ...done, result: "busy" } : done);
    }
  } finally {
    for (const [url, admin] of open) await close(open, url, admin);
  }
}

async function close(open: Map<string, Admin>, url: string, admin: Admin): Promise<void> {
  open.delete(url);
  await admin.end({ timeout: 2 });
}
