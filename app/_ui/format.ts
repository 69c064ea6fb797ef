import { readerLocale, words } from "@/lib/words/words";

interface Formats {
  count: Intl.NumberFormat;
  tenths: Intl.NumberFormat;
  thousandths: Intl.NumberFormat;
  day: Intl.DateTimeFormat;
  weekday: Intl.DateTimeFormat;
  hour: Intl.DateTimeFormat;
  dateTimes: Map<string, Intl.DateTimeFormat>;
}

/** Kept per locale and zone: building one costs more than a whole table's worth of formatting. */
const kept = new Map<string, Formats>();

/** A duration to read: `45.2 s`, `4 min 53.7 s`, `1 h 2 min`; `–` for none. */
export function formatDuration(ms: number | null): string {
  const { units } = words();
  if (ms === null) return units.none;
  const { tenths, count } = formats();
  const inTenths = Math.round(ms / 100);
  if (inTenths < 600) return units.seconds(tenths.format(inTenths / 10));
  if (inTenths < 36_000) {
    return `${units.minutes(String(Math.floor(inTenths / 600)))} ${units.seconds(tenths.format((inTenths % 600) / 10))}`;
  }
  const minutes = Math.round(ms / 60_000);
  return `${units.hours(count.format(Math.floor(minutes / 60)))} ${units.minutes(String(minutes % 60))}`;
}

/** A duration to be read from afar: `45.2 s`, `4:54`; from an hour on as `formatDuration` has it. */
export function formatClock(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (ms < 60_000) return formatDuration(ms);
  if (seconds >= 3_600) return formatDuration(seconds * 1_000);
  return words().units.clock(String(Math.floor(seconds / 60)), String(seconds % 60).padStart(2, "0"));
}

/** A duration to compare: seconds to the millisecond, `293.722 s`; `–` for none. */
export function formatSeconds(ms: number | null): string {
  const { units } = words();
  return ms === null ? units.none : units.seconds(formats().thousandths.format(Math.round(ms) / 1000));
}

/** A whole number: `12,345`. */
export function formatCount(value: number): string {
  return formats().count.format(value);
}

/** A part of a whole, from 0 to 1, in percent: `16.5 %`. */
export function formatShare(share: number): string {
  return words().units.percent(formats().tenths.format(share * 100));
}

/** A change in percent: `+16.5 %`, `−3.0 %`, `0.0 %`. */
export function formatChange(percent: number): string {
  const { percent: written } = words().units;
  const { tenths } = formats();
  const size = tenths.format(Math.abs(percent));
  if (size === tenths.format(0)) return written(size);
  return written(`${percent < 0 ? "−" : "+"}${size}`);
}

/** Days: `1 day`, `12 days`. */
export function formatDays(count: number): string {
  return words().units.days(formatCount(count), count);
}

/** Spins: `1 spin`, `5,000 spins`. */
export function formatSpins(count: number): string {
  return words().units.spins(formatCount(count), count);
}

/** A day such as `2026-11-01`: `1 Nov 2026`. */
export function formatDay(isoDay: string): string {
  return formats().day.format(Date.parse(`${isoDay}T00:00:00Z`));
}

/** A day of the week, Monday being 1: `Mon`. */
export function formatWeekday(weekday: number): string {
  // The first of January 2024 was a Monday.
  return formats().weekday.format(Date.UTC(2024, 0, weekday));
}

/** An hour of the day, 0 to 23: `14:00`, `2 PM`. */
export function formatHour(hour: number): string {
  return formats().hour.format(Date.UTC(2024, 0, 1, hour));
}

/** An instant where `timeZone` (an IANA name) is: `1 Nov 2026, 14:05`. */
export function formatDateTime(iso: string, timeZone: string): string {
  return dateTimeFormat(timeZone).format(Date.parse(iso));
}

/** By how many percent `current` differs from `previous`; null where that says nothing. */
export function changeOf(current: number | null, previous: number | null): number | null {
  if (current === null || previous === null || previous === 0) return null;
  return ((current - previous) / previous) * 100;
}

/** How the reader writes: see `readerLocale`. */
function formats(): Formats {
  const locale = readerLocale();
  const before = kept.get(locale);
  if (before) return before;
  const fixed = (digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const made: Formats = {
    count: new Intl.NumberFormat(locale),
    tenths: fixed(1),
    thousandths: fixed(3),
    day: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }),
    hour: new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "numeric", timeZone: "UTC" }),
    dateTimes: new Map(),
  };
  kept.set(locale, made);
  return made;
}

function dateTimeFormat(timeZone: string): Intl.DateTimeFormat {
  const { dateTimes } = formats();
  const known = dateTimes.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat(readerLocale(), { dateStyle: "medium", timeStyle: "short", timeZone });
  dateTimes.set(timeZone, made);
  return made;
}
