import { asc, desc, eq, sql } from "drizzle-orm";
import { liveLongest, people, spinners, spins } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import { asSpin } from "@/lib/spins/in-order";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { daysOf } from "./rolled";
import { LONGEST_KEPT } from "./sketch";

/** The page is cut before names are joined. */
const LONGEST = new Statement((db, { from, to, limit }: Named<"from" | "to" | "limit">) => {
  const page = db
    .select({ id: liveLongest.id, durationMs: liveLongest.durationMs })
    .from(liveLongest)
    .where(sql`${liveLongest.day} BETWEEN ${from} AND ${to}`)
    .orderBy(desc(liveLongest.durationMs), asc(liveLongest.id))
    .limit(limit)
    .as("page");
  return db
    .select({
      id: page.id,
      spinner: { id: spinners.id, name: spinners.name },
      person: { id: people.id, name: people.name },
      durationMs: page.durationMs,
      spunAt: spins.spunAt,
    })
    .from(page)
    .innerJoin(spins, eq(spins.id, page.id))
    .innerJoin(spinners, eq(spinners.id, spins.spinnerId))
    .innerJoin(people, eq(people.id, spins.personId))
    .orderBy(desc(page.durationMs), asc(page.id));
});

/** The longest spins of a range, longest first, at most `limit` (1 to 10). Throws 422 `range_invalid`. */
export async function longestSpins(at: TenantScope, range: DateRange, limit = LONGEST_KEPT): Promise<Spin[]> {
  at.must("figures:read");
  checkRange(range);
  const rows = await at.read((db) => db.run(LONGEST, { ...daysOf(range), limit: Math.min(limit, LONGEST_KEPT) }));
  return rows.map(asSpin);
}
