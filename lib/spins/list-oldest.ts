import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import type { TenantDb } from "@/lib/db/tenant-db";
import { cutPage, type Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { conditionsOf, type SpinFilter } from "./list";
import { asSpin } from "./newest";
import type { Spin } from "./types";

/**
 * Spins, oldest first, at most `limit`. Throws 400 `cursor_invalid`, also for a cursor of the other order, 404 for a
 * spinner or person that is not here, 422 `range_invalid`.
 */
export async function listOldest(
  at: TenantScope,
  filter: SpinFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Spin>> {
  at.must("figures:read");
  const sealedFor = `${at.tenant.id}/oldest`;
  const after = cursor === undefined ? undefined : beyond(readCursor(sealedFor, cursor));
  const rows = await at.read(async (db) => oldestSpins(db, [...(await conditionsOf(at, filter)), after], limit + 1));
  return cutPage(sealedFor, rows.map(asSpin), limit, (spin) => [spin.spunAt, spin.id]);
}

/** A query for the oldest spins that meet the conditions, with names: the page is cut before those are joined. */
export function oldestSpins(db: TenantDb, conditions: (SQL | undefined)[], limit: number) {
  const { id, personId, spinnerId, durationMs, spunAt } = spins;
  const page = db
    .select({ id, personId, spinnerId, durationMs, spunAt })
    .from(spins)
    .where(and(...conditions))
    .orderBy(asc(spunAt), asc(id))
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
    .orderBy(asc(page.spunAt), asc(page.id));
}

function beyond([spunAt, id]: string[]): SQL {
  return sql`(${spins.spunAt}, ${spins.id}) > (${spunAt}::timestamptz, ${id}::uuid)`;
}
