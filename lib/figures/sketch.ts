/*
 * DDSketch (Masson, Rim, Lee: "DDSketch: A fast and fully-mergeable quantile sketch with relative-error guarantees",
 * VLDB 2019) with a bucket for each power of gamma. Durations are from 1 to 86,400,000 ms, so buckets are 0 to 457
 * and none is ever collapsed: a quantile is off by two percent at most.
 */

/** The relative error of a quantile, at most. */
export const RELATIVE_ERROR = 0.02;

const GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

/** The bucket of `duration_ms` in SQL, by the logarithm of gamma; the view `live_buckets` says the same. */
export const BUCKET = "ceil(ln(duration_ms::float8) / 0.04000533461369913)::smallint";

/** The hour of the week of `local`, a time where the tenant is, in SQL: 0 to 167; the view `live_hours` says the same. */
export const CELL = "((extract(isodow FROM local)::int - 1) * 24 + extract(hour FROM local)::int)::smallint";

/** How many of the longest spins a day keeps by name. */
export const LONGEST_KEPT = 10;

/** How many spins a bucket holds. */
export interface Bucket {
  bucket: number;
  spins: number;
}

/** The duration in ms that stands for a bucket's: none of them is further from it than two percent. */
export function middleOf(bucket: number): number {
  return (2 * GAMMA ** bucket) / (GAMMA + 1);
}

/**
 * The duration in ms that a share `q` (0 to 1) of the spins does not exceed, within two percent, in whole ms; null
 * without spins. Buckets in ascending order.
 */
export function quantile(buckets: Bucket[], q: number): number | null {
  const rank = q * (buckets.reduce((sum, { spins }) => sum + spins, 0) - 1);
  let passed = 0;
  for (const { bucket, spins } of buckets) {
    passed += spins;
    if (passed > rank) return Math.max(1, Math.round(middleOf(bucket)));
  }
  return null;
}
