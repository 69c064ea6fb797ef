import type { TenantScope } from "@/lib/tenancy/scope";
import { averages } from "./averages";
import { type DateRange, previousRange } from "./date-range";
import { type Place, placeOf } from "./place";
import { type Records, recordsOf } from "./records";
import type { OneSubject } from "./rolled";
import { trend } from "./trend";
import type { Averages, TrendDay } from "./types";

export interface SubjectFigures {
  current: Averages;
  /** Null for all time. */
  previous: Averages | null;
  days: TrendDay[];
  /** On the board of the range; null: nothing was spun there. */
  place: Place | null;
  records: Records;
}

/** The figures of one spinner or person over a range, and its records of all time. Throws 422 `range_invalid`. */
export async function subjectFigures(at: TenantScope, subject: OneSubject, range: DateRange): Promise<SubjectFigures> {
  at.must("figures:read");
  const before = previousRange(range);
  const [current, previous, days, place, records] = await at.read(() =>
    Promise.all([
      averages(at, range, subject),
      before && averages(at, before, subject),
      trend(at, range, subject),
      placeOf(at, range, subject),
      recordsOf(at, subject),
    ]),
  );
  return { current, previous, days, place, records };
}
