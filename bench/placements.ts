import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { fill } from "@/e2e/fixtures/spinning";
import { newScope } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, readCluster } from "@/lib/db/cluster";
import { migrate } from "@/lib/db/migrate";
import { type Migration, readMigrations } from "@/lib/db/migrations";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { reportAverages } from "@/lib/reports/averages";
import { ARCHITECTURES, type Architecture } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { createTenant } from "@/lib/tenants/create";
import { costOfTenants, memoryOfBackend } from "./cost-of-tenants";
import { dashboardOf, noisyNeighbour } from "./noisy-neighbour";
import { median, timeInTurns } from "./ratio";

/*
 * What the three architectures cost, on this very code: the figures of docs/choosing.md. Ratios are against the
 * shared placement, measured in the same run.
 */

const SIZES = [10, 100, 1_000];
/** Databases are some 8 MB each: a thousand of them are asked for by name. */
const DATABASES = Number(process.env.BENCH_DATABASES ?? 100);
const SCHEMAS = 1_000;

export async function placements(): Promise<void> {
  const server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  try {
    await dashboards(server);
    await noisyNeighbour();
    for (const architecture of ARCHITECTURES) await growing(architecture, server);
    await migrations(server);
  } finally {
    closePools();
    await server.remove();
  }
}

/** Tenants of one kind, more and more of them: how long each takes to make, and a report over all. */
async function growing(architecture: Architecture, server: OwnServer): Promise<void> {
  const before = await costOfTenants(server.adminUrl);
  const times: number[] = [];
  for (const size of SIZES) {
    if (architecture === "database" && size > DATABASES) continue;
    while (times.length < size) {
      const started = performance.now();
      const slug = `bench-${architecture}-${times.length}`;
      await createTenant({ slug, name: slug, placement: architecture });
      times.push(performance.now() - started);
    }
    const reports = await timeInTurns({ report: () => reportAverages() }, { rounds: 3, warmUp: 1 });
    say(`${architecture}: report over ${size} tenants of its kind`, `${reports.report.toFixed(0)} ms`);
  }
  say(`${architecture}: create a tenant`, `${median(times).toFixed(1)} ms`);
  const after = await costOfTenants(server.adminUrl);
  say(`${architecture}: on disk per tenant`, `${((after.bytes - before.bytes) / times.length / 1_024).toFixed(0)} kB`);
  say(
    `${architecture}: tables and indexes per tenant`,
    ((after.relations - before.relations) / times.length).toFixed(0),
  );
  if (architecture === "database") return;
  const { tenants, bytes } = await memoryOfBackend(server.adminUrl, architecture);
  say(`${architecture}: a backend's memory after ${tenants} tenants`, `${(bytes / 1_048_576).toFixed(1)} MB`);
}

/**
 * A dashboard in each placement by itself, and two tenants in turns on the same connections: where their schemas
 * differ PostgreSQL puts every prepared statement together anew, as names resolve elsewhere now.
 */
async function dashboards(server: OwnServer): Promise<void> {
  const rounds = { rounds: 300, warmUp: 300 };
  let floor = Number.NaN;
  for (const placement of ARCHITECTURES) {
    const [one, other] = [await filledTenant(placement, server), await filledTenant(placement, server)];
    const alone = await timeInTurns({ one: () => dashboardOf(one) }, rounds);
    const turns = await timeInTurns({ one: () => dashboardOf(one), other: () => dashboardOf(other) }, rounds);
    if (placement === "shared") floor = alone.one;
    const inFloors = (ms: number) => `${(ms / floor).toFixed(2)} (${ms.toFixed(2)} ms)`;
    say(`dashboard of 5,000 spins in ${placement} / in shared`, inFloors(alone.one));
    say(`the same, in turns with another of its kind / in shared`, inFloors(turns.one));
  }
}

async function filledTenant(placement: Architecture, server: OwnServer): Promise<TenantScope> {
  const at = await newScope({ placement });
  await fill(at, 5_000);
  const url = adminUrlOf(await readCluster(server.adminUrl), at.tenant.placement);
  await withConnection(url, (admin) => admin.unsafe("VACUUM ANALYZE"));
  return at;
}

/** A thousand schemas with nothing to do, and 500 of them with a column more, by one, two and four at a time. */
async function migrations({ adminUrl }: OwnServer): Promise<void> {
  const idle = await timeInTurns({ migrate: () => migrate(adminUrl) }, { rounds: 3, warmUp: 1 });
  say(`migrate ${SCHEMAS} schemas and ${DATABASES} databases, nothing to do`, `${idle.migrate.toFixed(0)} ms`);
  await withConnection(
    adminUrl,
    (admin) => admin`DELETE FROM catalog.tenants WHERE placement = 'database' OR slug ~ '^bench-schema-[5-9]..$'`,
  );
  const known = readMigrations("tenant");
  const extra: Migration[] = [];
  for (const jobs of [1, 2, 4]) {
    const name = `9000_${jobs}`;
    extra.push({ name, hash: name, statements: [`ALTER TABLE "spinners" ADD COLUMN "extra_${jobs}" text`] });
    const started = performance.now();
    const done = await migrate(adminUrl, { jobs, migrations: [...known, ...extra] });
    const seconds = (performance.now() - started) / 1_000;
    const migrated = done.filter(({ result }) => result === "migrated").length;
    say(`one column more in ${migrated} schemas, ${jobs} at a time`, `${(migrated / seconds).toFixed(0)} schemas/s`);
  }
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(62)} ${figure}`);
}
