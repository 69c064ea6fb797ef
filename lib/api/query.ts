import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { isDay } from "@/lib/figures/date-range";
import { validate } from "@/lib/validate";

const Day = z.string().refine(isDay, "must be a day, as 2026-11-01");

/** Days, inclusive, in the tenant's time zone; without either, all time. */
export const RANGE = {
  from: Day.optional().describe("First day, in the tenant's time zone."),
  to: Day.optional().describe("Last day, inclusive."),
};

export function limit(highest: number, normal: number) {
  const words = `must be a whole number from 1 to ${highest}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: words, abort: true })
    .transform(Number)
    .refine((value) => value >= 1 && value <= highest, words)
    .default(normal)
    .describe(`How many at most: 1 to ${highest}, ${normal} if left out.`);
}

const CURSOR = z.string().max(2_000).optional().describe("The `next_cursor` of the page before.");

/** What a list that comes in pages is asked. */
export const PAGE = { limit: limit(1_000, 100), cursor: CURSOR };

/** A range as verbs take it. */
export function rangeOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return { from: from ?? null, to: to ?? null };
}

/** Parses a query. Throws 400 `unknown_parameter` for one that is not known or comes twice, 422 `invalid`. */
export function readQuery<Q extends z.ZodObject>(schema: Q, query: URLSearchParams): z.output<Q> {
  const names = [...query.keys()];
  const odd = names.find((name, index) => !Object.hasOwn(schema.shape, name) || names.indexOf(name) !== index);
  if (odd !== undefined) {
    const known = Object.keys(schema.shape).join(", ") || "none";
    throw new AppError(
      "malformed",
      "unknown_parameter",
      `A parameter is not known here or comes twice. Known: ${known}.`,
    );
  }
  return validate(schema, Object.fromEntries(query));
}
