import type { Admin } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { operatorCluster } from "@/lib/db/operator";
import { operatorUrl } from "@/lib/db/servers";
import { type Missing, missingFrom } from "./missing";
import { type Place, placesOf, type ReportedTenant, readTenants } from "./place";
import { inSnapshot, releasingLocks } from "./snapshot";

/** Reads what a statement of one place finds, in several places of one database at once. */
export type Read = (branch: (place: Place) => string) => Promise<unknown[]>;

/** What a report asks of some places of one database. */
export type Ask<T> = (read: Read) => Promise<T>;

export interface Gathered<T> {
  /** Those whose rows were read, by address. */
  tenants: ReportedTenant[];
  answers: T[];
  missing: Missing[];
}

export interface Reach {
  /** Branches of one statement. */
  schemasAtOnce?: number;
  databasesAtOnce?: number;
}

/** For how long is waited for the main database, and for each database of a tenant's own, in ms. */
const MAIN_MS = 120_000;
const DATABASE_MS = 10_000;

/**
 * Asks the same of every tenant, wherever its rows are: the catalog, the shared tables and the schemas in one
 * snapshot of the main database, then the databases side by side. A place that fails keeps no other from answering.
 * Throws 503 `unavailable` without the main database.
 */
export async function gather<T>(
  ask: Ask<T>,
  { schemasAtOnce = 100, databasesAtOnce = 8 }: Reach = {},
): Promise<Gathered<T>> {
  const cluster = await operatorCluster();
  const [answers, missing]: [T[], Missing[]] = [[], []];
  const fail = (place: Place, error: unknown) => void missing.push(...missingFrom(place, error));

  const { tenants, databases } = await inSnapshot(operatorUrl(), MAIN_MS, async (sql) => {
    const all = await readTenants(sql);
    const { shared, schemas, databases: rest } = placesOf(all);
    for (const places of [shared, ...chunks(schemas, schemasAtOnce)]) {
      answers.push(...(await askTogether(sql, places, ask, fail)));
    }
    return { tenants: all, databases: rest };
  });
  await sideBySide(databases, databasesAtOnce, async (place) => {
    await askDatabase(cluster, place, ask).then(
      (answer) => answers.push(answer),
      (error: unknown) => fail(place, error),
    );
  });

  const lost = new Set(missing.map(({ id }) => id));
  return {
    tenants: tenants.filter(({ id }) => !lost.has(id)),
    answers,
    missing: missing.toSorted((one, other) => (one.slug < other.slug ? -1 : 1)),
  };
}

/** All in one statement; where that fails, one after the other, to find out which of them it was. */
async function askTogether<T>(
  sql: Admin,
  places: Place[],
  ask: Ask<T>,
  fail: (place: Place, error: unknown) => void,
): Promise<T[]> {
  const [first, ...others] = places;
  if (!first) return [];
  try {
    return [await releasingLocks(sql, () => ask(reader(sql, places)))];
  } catch (error) {
    if (others.length === 0) fail(first, error);
    const each: T[] = [];
    for (const place of others.length > 0 ? places : []) each.push(...(await askTogether(sql, [place], ask, fail)));
    return each;
  }
}

/** UNION ALL: UNION would make one of spins that look alike. */
function reader(sql: Admin, places: Place[]): Read {
  return async (branch) => [...(await sql.unsafe(places.map((place) => `(${branch(place)})`).join("\nUNION ALL\n")))];
}

async function askDatabase<T>(cluster: Cluster, place: Place, ask: Ask<T>): Promise<T> {
  return inSnapshot(adminUrlOf(cluster, place.placement), DATABASE_MS, (sql) => ask(reader(sql, [place])));
}

function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

async function sideBySide<T>(all: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, worker));
}
