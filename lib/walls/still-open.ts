import { and, isNull, sql } from "drizzle-orm";
import { walls } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";

const OPEN = new Statement((db, { ids }: Named<"ids">) =>
  db
    .select({ id: walls.id })
    .from(walls)
    .where(and(sql`${walls.id} = ANY(${ids}::uuid[])`, isNull(walls.revokedAt))),
);

/** Which of these displays still hang. */
export async function wallsStillOpen(at: TenantScope, ids: string[]): Promise<string[]> {
  return (await at.read((db) => db.run(OPEN, { ids: pgArray(ids) }))).map(({ id }) => id);
}
