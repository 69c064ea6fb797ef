import { z } from "zod";
import { isDay } from "@/lib/figures/date-range";
import { validate } from "@/lib/validate";
import type { SpinFilter } from "./list";

const Day = z.string().refine(isDay, "must be a day").optional();
const Filter = z.object({
  from: Day,
  to: Day,
  spinner: z.string().max(254).optional(),
  person: z.string().max(254).optional(),
});

/** The filter of the page of spins; an empty field filters nothing. Throws 422 `invalid`. */
export function readSpinFilter(query: URLSearchParams): SpinFilter {
  const given = validate(Filter, Object.fromEntries([...query].filter(([, value]) => value !== "")));
  return { ...given, from: given.from ?? null, to: given.to ?? null };
}
