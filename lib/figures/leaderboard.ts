import { and, asc, desc, eq, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { liveRollups, people, spinners } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { exactAverage, inRange, rolledUp, summed } from "./rolled";
import type { Standing } from "./types";

export type Board = "spinners" | "people";

/** What the lines of a board are, as rollups call it. */
export const BOARD_KINDS = { spinners: "spinner", people: "person" } as const;

type RangeNames = Named<"grain" | "from" | "to" | "limit">;

/** Spinners that are still in use, under this name. */
const IN_USE = and(isNull(spinners.retiredAt), isNull(spinners.mergedInto));

const BOARDS = {
  spinners: { ranked: ranked(spinners), unspun: unspun(spinners, IN_USE) },
  people: { ranked: ranked(people), unspun: unspun(people) },
} as const;

/**
 * Who spins longest on average, at most `limit` lines, longest first; what was not spun in the range comes last,
 * unless it is retired. Throws 422 `range_invalid`.
 */
export async function leaderboard(at: TenantScope, board: Board, range: DateRange, limit = 10): Promise<Standing[]> {
  at.must("figures:read");
  checkRange(range);
  const statements = BOARDS[board];
  const values = { ...rolledUp(range, BOARD_KINDS[board]), limit };
  return at.read(async (db) => {
    const spun = await db.run(statements.ranked, values);
    if (spun.length === limit) return spun;
    const rank = spun.length + 1;
    const idle = await db.run(statements.unspun, { ...values, limit: limit - spun.length });
    return [...spun, ...idle.map((line) => ({ ...line, rank, spins: 0, averageMs: null, longestMs: null }))];
  });
}

/** The page is cut before names are joined: a long board costs no more than its sums. */
function ranked(names: typeof spinners | typeof people) {
  return new Statement((db, values: RangeNames) => {
    const page = db
      .select({
        key: liveRollups.key,
        rank: sql`rank() over (order by ${exactAverage} desc)`.mapWith(Number).as("rank"),
        spins: summed.spins.as("spun"),
        averageMs: summed.averageMs.as("average_ms"),
        longestMs: summed.longestMs.as("longest"),
      })
      .from(liveRollups)
      .where(inRange(values))
      .groupBy(liveRollups.key)
      .orderBy(desc(exactAverage), asc(liveRollups.key))
      .limit(values.limit)
      .as("page");
    return db
      .select({
        rank: page.rank,
        id: names.id,
        name: names.name,
        spins: page.spins,
        averageMs: page.averageMs,
        longestMs: page.longestMs,
      })
      .from(page)
      .innerJoin(names, eq(names.id, page.key))
      .orderBy(asc(page.rank), asc(names.name));
  });
}

function unspun(names: typeof spinners | typeof people, condition?: SQL) {
  return new Statement((db, values: RangeNames) => {
    const own = db
      .select({ one: sql`1` })
      .from(liveRollups)
      .where(and(inRange(values), eq(liveRollups.key, names.id)));
    return db
      .select({ id: names.id, name: names.name })
      .from(names)
      .where(and(notExists(own), condition))
      .orderBy(asc(names.name), asc(names.id))
      .limit(values.limit);
  });
}
