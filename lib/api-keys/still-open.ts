import { and, isNull, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";

const OPEN = new Statement((db, { ids }: Named<"ids">) =>
  db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(sql`${apiKeys.id} = ANY(${ids}::uuid[])`, isNull(apiKeys.revokedAt))),
);

/** Which of these keys are not revoked. */
export async function keysStillOpen(at: TenantScope, ids: string[]): Promise<string[]> {
  return (await at.read((db) => db.run(OPEN, { ids: pgArray(ids) }))).map(({ id }) => id);
}
