import { formatCount, formatDateTime, formatDay, formatDays, formatDuration } from "@/app/_ui/format";
import type { Place } from "@/lib/figures/place";
import type { Records } from "@/lib/figures/records";
import type { OneSubject } from "@/lib/figures/rolled";
import type { Spin } from "@/lib/spins/types";
import { words } from "@/lib/words/words";

/** A record as it is read. */
export interface RecordLine {
  value: string;
  /** More about it: who or with what, and when. */
  note?: string;
  /** The page of the spin that it is. */
  href?: string;
}

/** Whose records they are: those of a spinner say who spun it, those of a person with what. */
type Kind = OneSubject["kind"];

/** The records of a spinner or person in words; times where `timeZone` (an IANA name) is. */
export function recordLines({ longest, streak, first }: Records, kind: Kind, timeZone: string) {
  const { records } = words();
  const when = (spin: Spin) => formatDateTime(spin.spunAt, timeZone);
  const none: RecordLine = { value: records.none };
  return {
    longest: longest
      ? {
          value: formatDuration(longest.durationMs),
          note: records.by(partner(longest, kind), when(longest)),
          href: `/spins/${longest.id}`,
        }
      : none,
    streak: streak.from && streak.to ? { value: formatDays(streak.days), note: daysOf(streak.from, streak.to) } : none,
    first: first ? { value: when(first), note: partner(first, kind), href: `/spins/${first.id}` } : none,
  } satisfies Record<string, RecordLine>;
}

/** A place on the board: `3 of 12`. */
export function placeText(place: Place | null): string {
  const { records } = words();
  return place ? records.of(formatCount(place.rank), formatCount(place.of)) : records.noPlace;
}

function partner({ person, spinner }: Spin, kind: Kind): string {
  return kind === "spinner" ? person.name : spinner.name;
}

function daysOf(from: string, to: string): string {
  return from === to ? formatDay(from) : words().trend.days(formatDay(from), formatDay(to));
}
