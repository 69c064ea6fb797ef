const LOCALE = "en-GB";
const NOTHING = "–";

const count = new Intl.NumberFormat(LOCALE);
const tenths = fixed(1);
const thousandths = fixed(3);
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });
const dateTimes = new Map<string, Intl.DateTimeFormat>();

/** A duration to read: `45.2 s`, `4 min 53.7 s`, `1 h 2 min`; `–` for none. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return NOTHING;
  const inTenths = Math.round(ms / 100);
  if (inTenths < 600) return `${tenths.format(inTenths / 10)} s`;
  if (inTenths < 36_000) {
    return `${Math.floor(inTenths / 600)} min ${tenths.format((inTenths % 600) / 10)} s`;
  }
  const minutes = Math.round(ms / 60_000);
  return `${count.format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** A duration to compare: seconds to the millisecond, `293.722 s`; `–` for none. */
export function formatSeconds(ms: number | null): string {
  return ms === null ? NOTHING : `${thousandths.format(Math.round(ms) / 1000)} s`;
}

/** A whole number: `12,345`. */
export function formatCount(value: number): string {
  return count.format(value);
}

/** A part of a whole, from 0 to 1, in percent: `16.5 %`. */
export function formatShare(share: number): string {
  return `${tenths.format(share * 100)} %`;
}

/** A change in percent: `+16.5 %`, `−3.0 %`, `0.0 %`. */
export function formatChange(percent: number): string {
  const size = tenths.format(Math.abs(percent));
  if (size === "0.0") return "0.0 %";
  return `${percent < 0 ? "−" : "+"}${size} %`;
}

/** A day such as `2026-11-01`: `1 Nov 2026`. */
export function formatDay(isoDay: string): string {
  return day.format(Date.parse(`${isoDay}T00:00:00Z`));
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

function fixed(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Kept per zone: building one costs more than a whole table's worth of formatting. */
function dateTimeFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dateTimes.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone,
  });
  dateTimes.set(timeZone, made);
  return made;
}
