import { type SQL, sql } from "drizzle-orm";
import { spins } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { cutPage, type Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpin, oldestSpins } from "./in-order";
import { conditionsOf, type SpinFilter } from "./list";
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

function beyond([spunAt, id]: string[]): SQL {
  return sql`(${spins.spunAt}, ${spins.id}) > (${spunAt}::timestamptz, ${id}::uuid)`;
}
