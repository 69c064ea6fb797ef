import { sql } from "drizzle-orm";
import { spins } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpin, newestSpins } from "./in-order";
import type { Spin } from "./types";

const BY_IDS = new Statement((db, { ids, limit }: Named<"ids" | "limit">) =>
  newestSpins(db, [sql`${spins.id} = ANY(${ids}::uuid[])`], limit),
);

/** The spins of these ids that are here, newest first; ids of others' spins yield nothing. Throws 403. */
export async function findSpins(at: TenantScope, ids: string[]): Promise<Spin[]> {
  at.must("figures:read");
  if (ids.length === 0) return [];
  return (await at.read((db) => db.run(BY_IDS, { ids: pgArray(ids), limit: ids.length }))).map(asSpin);
}
