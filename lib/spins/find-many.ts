import { desc, eq, sql } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Spin } from "./types";

const BY_IDS = new Statement((db, { ids }: Named<"ids">) =>
  db
    .select({
      id: spins.id,
      spinner: { id: spinners.id, name: spinners.name },
      person: { id: people.id, name: people.name },
      durationMs: spins.durationMs,
      spunAt: spins.spunAt,
    })
    .from(spins)
    .innerJoin(spinners, eq(spinners.id, spins.spinnerId))
    .innerJoin(people, eq(people.id, spins.personId))
    .where(sql`${spins.id} = ANY(${ids}::uuid[])`)
    .orderBy(desc(spins.spunAt), desc(spins.id)),
);

/** The spins of these ids that are here, newest first; ids of others' spins yield nothing. Throws 403. */
export async function findSpins(at: TenantScope, ids: string[]): Promise<Spin[]> {
  at.must("figures:read");
  if (ids.length === 0) return [];
  const found = await at.read((db) => db.run(BY_IDS, { ids: pgArray(ids) }));
  return found.map((spin) => ({ ...spin, spunAt: spin.spunAt.toISOString() }));
}
