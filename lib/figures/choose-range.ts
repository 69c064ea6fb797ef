import { z } from "zod";
import { validate } from "@/lib/validate";
import { ALL_TIME, addDays, type DateRange, isDay, today } from "./date-range";

const DAYS = { "7d": 7, "30d": 30, "90d": 90 };

export type Choice = keyof typeof DAYS | "all" | "custom";

export interface ChosenRange {
  selected: Choice;
  range: DateRange;
}

const Asked = z.object({
  range: z.enum(["7d", "30d", "90d", "all"], "must be 7d, 30d, 90d or all").optional(),
  from: z.string().refine(isDay, "must be a day").optional(),
  to: z.string().refine(isDay, "must be a day").optional(),
});

/** The range that a page's address asks for; the last 30 days of the tenant's zone, if none. Throws 422 `invalid`. */
export function chooseRange(query: URLSearchParams, timeZone: string): ChosenRange {
  const asked = validate(Asked, Object.fromEntries([...query].filter(([, value]) => value !== "")));
  if (asked.from || asked.to) return { selected: "custom", range: { from: asked.from ?? null, to: asked.to ?? null } };
  const selected = asked.range ?? "30d";
  if (selected === "all") return { selected, range: ALL_TIME };
  const to = today(timeZone);
  return { selected, range: { from: addDays(to, 1 - DAYS[selected]), to } };
}
