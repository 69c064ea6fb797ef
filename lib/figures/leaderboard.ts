import { and, asc, desc, eq, notExists, sql } from "drizzle-orm";
import { people, rollups, spinners } from "@/drizzle/tenant/schema";
import type { TenantDb } from "@/lib/db/tenant-db";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { exactAverage, inRange, summed } from "./rolled";
import type { Standing } from "./types";

export type Board = "spinners" | "people";

const BOARDS = {
  spinners: { names: spinners, kind: "spinner" },
  people: { names: people, kind: "person" },
} as const;

/**
 * Who spins longest on average, at most `limit` lines, longest first; what was not spun in the range comes last.
 * Throws 422 `range_invalid`.
 */
export async function leaderboard(at: TenantScope, board: Board, range: DateRange, limit = 10): Promise<Standing[]> {
  at.must("figures:read");
  checkRange(range);
  const [spun, unspun] = await at.read((db) =>
    Promise.all([ranked(db, board, range, limit), neverSpun(db, board, range, limit)]),
  );
  const rank = spun.length + 1;
  const last = unspun.map((line) => ({ ...line, rank, spins: 0, averageMs: null, longestMs: null }));
  return [...spun, ...last].slice(0, limit);
}

/** The page is cut before names are joined: a long board costs no more than its sums. */
function ranked(db: TenantDb, board: Board, range: DateRange, limit: number) {
  const { names, kind } = BOARDS[board];
  const page = db
    .select({
      key: rollups.key,
      rank: sql`rank() over (order by ${exactAverage} desc)`.mapWith(Number).as("rank"),
      spins: summed.spins.as("spun"),
      averageMs: summed.averageMs.as("average_ms"),
      longestMs: summed.longestMs.as("longest"),
    })
    .from(rollups)
    .where(inRange(range, kind))
    .groupBy(rollups.key)
    .orderBy(desc(exactAverage), asc(rollups.key))
    .limit(limit)
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
}

function neverSpun(db: TenantDb, board: Board, range: DateRange, limit: number) {
  const { names, kind } = BOARDS[board];
  const own = db
    .select({ one: sql`1` })
    .from(rollups)
    .where(and(inRange(range, kind), eq(rollups.key, names.id)));
  return db
    .select({ id: names.id, name: names.name })
    .from(names)
    .where(notExists(own))
    .orderBy(asc(names.name), asc(names.id))
    .limit(limit);
}
