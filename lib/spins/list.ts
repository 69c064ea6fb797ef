import { eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { spins } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { type Named, Statement } from "@/lib/db/statement";
import { addDays, checkRange, type DateRange } from "@/lib/figures/date-range";
import { cutPage, type Page } from "@/lib/page";
import { findPerson } from "@/lib/people/find";
import { findSpinner } from "@/lib/spinners/find";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpin, newestSpins } from "./in-order";
import type { Spin } from "./types";

export interface SpinFilter extends DateRange {
  /** Ids, or a spinner's name and a person's e-mail address. */
  spinner?: string | undefined;
  person?: string | undefined;
}

/**
 * Spins, newest first, at most `limit`. Throws 400 `cursor_invalid`, 404 for a spinner or person that is not here,
 * 422 `range_invalid`.
 */
export async function listSpins(
  at: TenantScope,
  filter: SpinFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Spin>> {
  at.must("figures:read");
  const after = cursor === undefined ? undefined : readCursor(at.tenant.id, cursor);
  const rows = await at.read(async (db) =>
    newestSpins(db, [...(await conditionsOf(at, filter)), after && behind(after)], limit + 1),
  );
  return cutPage(at.tenant.id, rows.map(asSpin), limit, (spin) => [spin.spunAt, spin.id]);
}

/**
 * What spins must meet to be among those that a filter leaves. Throws 404 for a spinner or person that is not here,
 * 422 `range_invalid`.
 */
export async function conditionsOf(at: TenantScope, filter: SpinFilter): Promise<(SQL | undefined)[]> {
  checkRange(filter);
  const [spinner, person] = await Promise.all([
    filter.spinner === undefined ? undefined : findSpinner(at, filter.spinner),
    filter.person === undefined ? undefined : findPerson(at, filter.person),
  ]);
  const { timeZone } = at.tenant;
  return [
    filter.from === null ? undefined : gte(spins.spunAt, dayBegins(filter.from, timeZone)),
    filter.to === null ? undefined : lt(spins.spunAt, dayBegins(addDays(filter.to, 1), timeZone)),
    spinner && eq(spins.spinnerId, spinner.mergedInto ?? spinner.id),
    person && eq(spins.personId, person.id),
  ];
}

const LATEST = new Statement((db, { limit }: Named<"limit">) => newestSpins(db, [], limit));

/** The newest spins of all, at most `limit`. */
export async function latestSpins(at: TenantScope, limit: number): Promise<Spin[]> {
  at.must("figures:read");
  return (await at.read((db) => db.run(LATEST, { limit }))).map(asSpin);
}

function behind([spunAt, id]: string[]): SQL {
  return sql`(${spins.spunAt}, ${spins.id}) < (${spunAt}::timestamptz, ${id}::uuid)`;
}

/** The instant at which a day begins where the tenant is. */
function dayBegins(day: string, timeZone: string): SQL {
  return sql`timezone(${timeZone}::text, ${day}::timestamp)`;
}
