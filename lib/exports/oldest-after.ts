import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { ExportedSpin } from "./format";

/** The next of the spins that meet the conditions, oldest first. */
export function oldestAfter(
  db: TenantDb,
  chosen: (SQL | undefined)[],
  last: ExportedSpin | undefined,
  limit: number,
): Promise<ExportedSpin[]> {
  const after = last && sql`(${spins.spunAt}, ${spins.id}) > (${last.spunAt}::timestamptz, ${last.id}::uuid)`;
  const page = db
    .select({
      id: spins.id,
      personId: spins.personId,
      spinnerId: spins.spinnerId,
      durationMs: spins.durationMs,
      spunAt: sql<string>`to_char(timezone('UTC', ${spins.spunAt}), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as("at"),
    })
    .from(spins)
    .where(and(...chosen, after))
    .orderBy(asc(spins.spunAt), asc(spins.id))
    .limit(limit)
    .as("page");
  return db
    .select({
      id: page.id,
      spunAt: page.spunAt,
      spinner: spinners.name,
      person: people.email,
      durationMs: page.durationMs,
    })
    .from(page)
    .innerJoin(spinners, eq(spinners.id, page.spinnerId))
    .innerJoin(people, eq(people.id, page.personId))
    .orderBy(asc(page.spunAt), asc(page.id));
}
