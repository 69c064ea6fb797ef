import { asc, eq, sql } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { exactAverage, inRange, type OneSubject, rolledUp } from "./rolled";

/** A place on a board, equal averages alike. */
export interface Place {
  rank: number;
  /** How many stand there. */
  of: number;
}

/** Everybody is ranked and counted before one is picked out. */
const PLACE = new Statement((db, values: Named<"grain" | "from" | "to" | "key">) => {
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
    .select({ rank: board.rank, of: board.of })
    .from(board)
    .where(eq(board.key, values.key))
    .orderBy(asc(board.rank));
});

/** Where one stands on the board of a range, by average; null: nothing was spun there. Throws 422 `range_invalid`. */
export async function placeOf(at: TenantScope, range: DateRange, { kind, id }: OneSubject): Promise<Place | null> {
  at.must("figures:read");
  checkRange(range);
  const [place] = await at.read((db) => db.run(PLACE, { ...rolledUp(range, kind), key: id }));
  return place ?? null;
}
