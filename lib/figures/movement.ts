import { asc, sql } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange, previousRange } from "./date-range";
import { BOARD_KINDS, type Board } from "./leaderboard";
import { exactAverage, inRange, rolledUp } from "./rolled";

/** Everybody is ranked, but only those who were asked for come back. */
const RANKS = new Statement((db, values: Named<"grain" | "from" | "to" | "ids">) => {
  const board = db
    .select({
      key: liveRollups.key,
      rank: sql`rank() over (order by ${exactAverage} desc)`.mapWith(Number).as("rank"),
    })
    .from(liveRollups)
    .where(inRange(values))
    .groupBy(liveRollups.key)
    .as("board");
  return db
    .select({ key: board.key, rank: board.rank })
    .from(board)
    .where(sql`${board.key} = ANY(${values.ids}::uuid[])`)
    .orderBy(asc(board.rank));
});

/**
 * The ranks that some spinners or people had on the whole board of the range of the same length before; who was not
 * on it has none, and nobody has for all time. Throws 422 `range_invalid`.
 */
export async function previousRanks(
  at: TenantScope,
  kind: Board,
  range: DateRange,
  ids: readonly string[],
): Promise<Map<string, number>> {
  at.must("figures:read");
  checkRange(range);
  const before = previousRange(range);
  if (!before || ids.length === 0) return new Map();
  const values = { ...rolledUp(before, BOARD_KINDS[kind]), ids: pgArray(ids) };
  const rows = await at.read((db) => db.run(RANKS, values));
  return new Map(rows.map(({ key, rank }) => [key, rank]));
}
