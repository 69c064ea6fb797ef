import { and, eq } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import { foldLeftovers } from "@/lib/rollups/fold-soon";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { inRange, keyOf, rolledUp, type Subject, summed, TENANT } from "./rolled";
import type { Averages } from "./types";

const SUMS = new Statement((db, values: Named<"grain" | "from" | "to" | "key">) =>
  db
    .select(summed)
    .from(liveRollups)
    .where(and(inRange(values), eq(liveRollups.key, values.key))),
);

/** How many spins of a subject a range holds, and how long they were, in ms. Throws 422 `range_invalid`. */
export async function averages(at: TenantScope, range: DateRange, subject: Subject = TENANT): Promise<Averages> {
  at.must("figures:read");
  checkRange(range);
  if (!at.isOpen) foldLeftovers(at);
  const [row] = await at.read((db) => db.run(SUMS, { ...rolledUp(range, subject.kind), key: keyOf(subject) }));
  return row ?? { spins: 0, totalMs: 0, averageMs: null, longestMs: null };
}
