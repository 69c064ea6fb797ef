import { and, asc, desc, eq, type Placeholder, type SQL } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { Spin } from "./types";

type Conditions = (SQL | undefined)[];

/** A query for the newest spins that meet the conditions, with names. */
export function newestSpins(db: TenantDb, conditions: Conditions, limit: number | Placeholder) {
  return spinsInOrder(db, desc, conditions, limit);
}

/** The same for the oldest. */
export function oldestSpins(db: TenantDb, conditions: Conditions, limit: number) {
  return spinsInOrder(db, asc, conditions, limit);
}

/** The page is cut before names are joined. */
function spinsInOrder(db: TenantDb, order: typeof asc, conditions: Conditions, limit: number | Placeholder) {
  const { id, personId, spinnerId, durationMs, spunAt } = spins;
  const page = db
    .select({ id, personId, spinnerId, durationMs, spunAt })
    .from(spins)
    .where(and(...conditions))
    .orderBy(order(spunAt), order(id))
    .limit(limit)
    .as("page");
  return db
    .select({
      id: page.id,
      spinner: { id: spinners.id, name: spinners.name },
      person: { id: people.id, name: people.name },
      durationMs: page.durationMs,
      spunAt: page.spunAt,
    })
    .from(page)
    .innerJoin(spinners, eq(spinners.id, page.spinnerId))
    .innerJoin(people, eq(people.id, page.personId))
    .orderBy(order(page.spunAt), order(page.id));
}

/** What the query above yields, as verbs give it away. */
export function asSpin(row: Omit<Spin, "spunAt"> & { spunAt: Date }): Spin {
  return { ...row, spunAt: row.spunAt.toISOString() };
}
