import { asc, desc, eq, gte, sql } from "drizzle-orm";
import { liveRollups, spinners, spins } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import { exactAverage, inRange, summed } from "@/lib/figures/rolled";

/** One row by its name. */
export const ONE = new Statement((db, { nameKey }: Named<"nameKey">) =>
  db.select({ id: spinners.id, name: spinners.name }).from(spinners).where(eq(spinners.nameKey, nameKey)),
);

type Range = Named<"grain" | "from" | "to">;

/** What a dashboard asks: sums, a board, days, the newest spins, and a list. */
export const SUMS = new Statement((db, values: Range) => db.select(summed).from(liveRollups).where(inRange(values)));

export const BOARD = new Statement((db, values: Range) =>
  db
    .select({ id: spinners.id, name: spinners.name, ...summed })
    .from(liveRollups)
    .innerJoin(spinners, eq(spinners.id, liveRollups.key))
    .where(inRange(values))
    .groupBy(spinners.id, spinners.name)
    .orderBy(desc(exactAverage))
    .limit(10),
);

export const DAYS = new Statement((db, values: Range) =>
  db
    .select({ day: liveRollups.day, ...summed })
    .from(liveRollups)
    .where(inRange(values))
    .groupBy(liveRollups.day)
    .orderBy(asc(liveRollups.day)),
);

export const LATEST = new Statement((db, { from }: Named<"from">) =>
  db
    .select({ id: spins.id, durationMs: spins.durationMs, spunAt: spins.spunAt })
    .from(spins)
    .where(gte(spins.spunAt, sql`${from}::timestamptz`))
    .orderBy(desc(spins.spunAt), desc(spins.id))
    .limit(5),
);
