import { AppError } from "@/lib/app-error";

/** Days, inclusive, in the tenant's time zone (`2026-11-01`); null at an end: since or until ever. */
export interface DateRange {
  from: string | null;
  to: string | null;
}

export const ALL_TIME: DateRange = { from: null, to: null };

const LONGEST_DAYS = 3_660;
const DAY_MS = 86_400_000;

/** A format by zone: making one takes longer than a query. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether a text is a day that exists: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day `count` days after `day`, or before it for a negative count. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a closed range holds. */
export function lengthOf(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}

/** Today where `timeZone` (an IANA name) is. */
export function today(timeZone: string, now = new Date()): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format.format(now);
}

/** Throws 422 `range_invalid` for a range that ends before it begins or is longer than ten years. */
export function checkRange({ from, to }: DateRange): void {
  if (from === null || to === null) return;
  if (from > to || lengthOf(from, to) > LONGEST_DAYS) {
    const message = from > to ? "`from` is after `to`." : "A range has at most ten years.";
    throw new AppError("invalid", "range_invalid", message, {
      faults: [{ path: "from", code: "range_invalid", message }],
    });
  }
}

/** The range of the same length that ends the day before; null where there is none. */
export function previousRange({ from, to }: DateRange): DateRange | null {
  if (from === null || to === null) return null;
  return { from: addDays(from, -lengthOf(from, to)), to: addDays(from, -1) };
}
