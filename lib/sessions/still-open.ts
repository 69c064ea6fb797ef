import { and, gt, sql } from "drizzle-orm";
import { sessions } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";

const OPEN = new Statement((db, { ids }: Named<"ids">) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(sql`${sessions.id} = ANY(${ids}::uuid[])`, gt(sessions.expiresAt, sql`now()`))),
);

/** Which of these sessions are open now. */
export async function sessionsStillOpen(at: TenantScope, ids: string[]): Promise<string[]> {
  return (await at.read((db) => db.run(OPEN, { ids: pgArray(ids) }))).map(({ id }) => id);
}
