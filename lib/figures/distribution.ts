import { asc, sql } from "drizzle-orm";
import { liveBuckets } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { type Bar, histogram } from "./histogram";
import { daysOf } from "./rolled";
import { quantile } from "./sketch";

/** How the durations of some spins are spread. In whole milliseconds, within two percent; null without spins. */
export interface Distribution {
  spins: number;
  medianMs: number | null;
  p95Ms: number | null;
  /** Ascending, empty ones inside included. */
  histogram: Bar[];
}

const BUCKETS = new Statement((db, { from, to }: Named<"from" | "to">) =>
  db
    .select({ bucket: liveBuckets.bucket, spins: sql`sum(${liveBuckets.spins})`.mapWith(Number) })
    .from(liveBuckets)
    .where(sql`${liveBuckets.day} BETWEEN ${from} AND ${to}`)
    .groupBy(liveBuckets.bucket)
    .orderBy(asc(liveBuckets.bucket)),
);

/** The median, the 95th percentile and a histogram of a range's durations. Throws 422 `range_invalid`. */
export async function distribution(at: TenantScope, range: DateRange): Promise<Distribution> {
  at.must("figures:read");
  checkRange(range);
  const buckets = await at.read((db) => db.run(BUCKETS, daysOf(range)));
  return {
    spins: buckets.reduce((sum, { spins }) => sum + spins, 0),
    medianMs: quantile(buckets, 0.5),
    p95Ms: quantile(buckets, 0.95),
    histogram: histogram(buckets),
  };
}
