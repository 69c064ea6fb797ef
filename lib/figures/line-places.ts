import { and, asc, desc, eq, exists, notExists, type SQL, sql } from "drizzle-orm";
import { liveRollups, type people, type spinners } from "@/drizzle/tenant/schema";
import type { TenantDb } from "@/lib/db/tenant-db";
import { ALL_TIME } from "./date-range";
import { exactAverage, inRange, rolledUp } from "./rolled";

/** How a list of what spins is sorted. What was never spun has no figures, and is last either way. */
export interface LineOrder {
  by: "name" | keyof typeof VALUES;
  descending: boolean;
}

/** What a list holds, and in which order. */
export interface Listed {
  kind: "spinner" | "person";
  table: typeof spinners | typeof people;
  /** What names are compared by. */
  nameKey: SQL;
  /** What lines must meet. */
  condition?: SQL | undefined;
  order: LineOrder;
}

/** Where a line stands: by its figure, or by its name. */
export interface Place {
  by: string;
  value: string;
  id: string;
}

const VALUES = {
  average: exactAverage,
  spins: sql`sum(${liveRollups.spins})`,
  longest: sql`max(${liveRollups.longestMs})`,
};

/** The places of a list behind one of them, at most `limit`: from rollups alone where it is sorted by a figure. */
export async function placesBehind(
  db: TenantDb,
  listed: Listed,
  after: Place | undefined,
  limit: number,
): Promise<Place[]> {
  const { by, descending } = listed.order;
  if (by === "name") return named(db, listed, { after, descending, limit });
  const isPast = after?.by === "name";
  const spun = isPast ? [] : await ranked(db, listed, { after, by: VALUES[by], descending, limit });
  if (spun.length === limit) return spun;
  const rest = { after: isPast ? after : undefined, descending: false, limit: limit - spun.length };
  return [...spun, ...(await named(db, { ...listed, condition: unspun(db, listed) }, rest))];
}

interface Cut {
  after: Place | undefined;
  descending: boolean;
  limit: number;
}

/** Equal figures go by id, so that no line is on two pages or on none. */
function ranked(
  db: TenantDb,
  { kind, table, condition }: Listed,
  { by, after, descending, limit }: Cut & { by: SQL },
): Promise<Place[]> {
  const { key } = liveRollups;
  const way = descending ? desc : asc;
  const own = db.select({ one: sql`1` }).from(table);
  return db
    .select({ by: sql<string>`'figure'`, value: sql<string>`(${by})::text`, id: key })
    .from(liveRollups)
    .where(and(inRange(rolledUp(ALL_TIME, kind)), condition && exists(own.where(and(eq(table.id, key), condition)))))
    .groupBy(key)
    .having(after && sql`(${by}, ${key}) ${beyond(descending)} (${after.value}::numeric, ${after.id}::uuid)`)
    .orderBy(way(by), way(key))
    .limit(limit);
}

function named(
  db: TenantDb,
  { table, nameKey, condition }: Listed,
  { after, descending, limit }: Cut,
): Promise<Place[]> {
  const way = descending ? desc : asc;
  const behind = after && sql`(${nameKey}, ${table.id}) ${beyond(descending)} (${after.value}, ${after.id}::uuid)`;
  return db
    .select({ by: sql<string>`'name'`, value: sql<string>`${nameKey}`, id: table.id })
    .from(table)
    .where(and(condition, behind))
    .orderBy(way(nameKey), way(table.id))
    .limit(limit);
}

function unspun(db: TenantDb, { kind, table, condition }: Listed): SQL | undefined {
  const own = db
    .select({ one: sql`1` })
    .from(liveRollups)
    .where(and(inRange(rolledUp(ALL_TIME, kind)), eq(liveRollups.key, table.id)));
  return and(condition, notExists(own));
}

function beyond(descending: boolean): SQL {
  return descending ? sql`<` : sql`>`;
}
