import { rollups } from "@/drizzle/tenant/schema";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkRange, type DateRange } from "./date-range";
import { ofSubject, type Subject, summed, TENANT } from "./rolled";
import type { Averages } from "./types";

/** How many spins of a subject a range holds, and how long they were, in ms. Throws 422 `range_invalid`. */
export async function averages(at: TenantScope, range: DateRange, subject: Subject = TENANT): Promise<Averages> {
  at.must("figures:read");
  checkRange(range);
  const [row] = await at.read((db) => db.select(summed).from(rollups).where(ofSubject(range, subject)));
  return row ?? { spins: 0, totalMs: 0, averageMs: null, longestMs: null };
}
