import { asc, sql } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { pgArray } from "@/lib/db/pg-array";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange, previousRange } from "./date-range";
import { BOARD_KINDS, type Board } from "./leaderboard";
import { exactAverage, inRange, type OneSubject, rolledUp } from "./rolled";

/** A place on a board, equal averages alike. */
export interface Place {
  rank: number;
  /** How many stand there. */
  of: number;
}

/** Everybody is ranked and counted, but only those who were asked for come back. */
const PLACES = new Statement((db, values: Named<"grain" | "from" | "to" | "ids">) => {
  const board = db
    .select({
      key: liveRollups.key,
      rank: sql`rank() over (order by ${exactAverage} desc)`.mapWith(Number).as("rank"),
      of: sql`count(*) over ()`.mapWith(Number).as("of_all"),
    })
    .from(liveRollups)
    .where(inRange(values))
    .groupBy(liveRollups.key)
    .as("board");
  return db
    .select({ key: board.key, rank: board.rank, of: board.of })
    .from(board)
    .where(sql`${board.key} = ANY(${values.ids}::uuid[])`)
    .orderBy(asc(board.rank));
});

/** Where one stands on the board of a range, by average; null: nothing was spun there. Throws 422 `range_invalid`. */
export async function placeOf(at: TenantScope, range: DateRange, { kind, id }: OneSubject): Promise<Place | null> {
  return (await places(at, range, kind, [id])).get(id) ?? null;
}

/**
 * The ranks that some spinners or people had on the whole board of the range of the same length before; who was not
 * on it has none, and nobody has for all time. Throws 422 `range_invalid`.
 */
export async function previousRanks(
  at: TenantScope,
  board: Board,
  range: DateRange,
  ids: readonly string[],
): Promise<Map<string, number>> {
  at.must("figures:read");
  checkRange(range);
  const before = previousRange(range);
  if (!before || ids.length === 0) return new Map();
  const found = await places(at, before, BOARD_KINDS[board], ids);
  return new Map([...found].map(([id, { rank }]) => [id, rank]));
}

async function places(
  at: TenantScope,
  range: DateRange,
  kind: OneSubject["kind"],
  ids: readonly string[],
): Promise<Map<string, Place>> {
  at.must("figures:read");
  checkRange(range);
  const rows = await at.read((db) => db.run(PLACES, { ...rolledUp(range, kind), ids: pgArray(ids) }));
  return new Map(rows.map(({ key, rank, of }) => [key, { rank, of }]));
}
