import { and, desc, eq, type Placeholder, type SQL } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { Spin } from "./types";

/** A query for the newest spins that meet the conditions, with names: the page is cut before those are joined. */
export function newestSpins(db: TenantDb, conditions: (SQL | undefined)[], limit: number | Placeholder) {
  const page = db
    .select({
      id: spins.id,
      personId: spins.personId,
      spinnerId: spins.spinnerId,
      durationMs: spins.durationMs,
      spunAt: spins.spunAt,
    })
    .from(spins)
    .where(and(...conditions))
    .orderBy(desc(spins.spunAt), desc(spins.id))
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
    .orderBy(desc(page.spunAt), desc(page.id));
}

/** What the query above yields, as verbs give it away. */
export function asSpin(row: Omit<Spin, "spunAt"> & { spunAt: Date }): Spin {
  return { ...row, spunAt: row.spunAt.toISOString() };
}
