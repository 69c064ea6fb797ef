import { formatCount, formatDuration, formatSeconds } from "@/app/_ui/format";
import type { OneSubject } from "@/lib/figures/rolled";
import type { SubjectFigures } from "@/lib/figures/subject";
import { words } from "@/lib/words/words";
import { placeText, recordLines } from "../_subject/record-lines";
import type { Contest } from "./ahead";
import type { Cell, CompareRow } from "./compare-table";

type Both = readonly [SubjectFigures, SubjectFigures];

/** The figures of two in a period. */
export function figureRows(both: Both): CompareRow[] {
  const { comparison } = words();
  const more = (value: (of: SubjectFigures) => number | null) => contest(both, value, "higher");
  return [
    {
      label: comparison.average,
      cells: pair(both, ({ current }) => ({ value: formatSeconds(current.averageMs) })),
      contest: more(({ current }) => current.averageMs),
    },
    {
      label: comparison.spins,
      cells: pair(both, ({ current }) => ({ value: formatCount(current.spins) })),
      contest: more(({ current }) => current.spins),
    },
    {
      label: comparison.longest,
      cells: pair(both, ({ current }) => ({ value: formatDuration(current.longestMs) })),
      contest: more(({ current }) => current.longestMs),
    },
    {
      label: comparison.place,
      cells: pair(both, ({ place }) => ({ value: placeText(place) })),
      contest: contest(both, ({ place }) => place?.rank ?? null, "lower"),
    },
  ];
}

/** The records of two over all time. */
export function recordRows(both: Both, kind: OneSubject["kind"], timeZone: string): CompareRow[] {
  const { records: say } = words();
  const line = (name: keyof ReturnType<typeof recordLines>) =>
    pair(both, ({ records }) => recordLines(records, kind, timeZone)[name]);
  return [
    {
      label: say.longest,
      cells: line("longest"),
      contest: contest(both, ({ records }) => records.longest?.durationMs ?? null, "higher"),
    },
    {
      label: say.streak,
      cells: line("streak"),
      contest: contest(both, ({ records }) => records.streak.days, "higher"),
    },
    { label: say.first, cells: line("first") },
  ];
}

function pair([one, other]: Both, cell: (of: SubjectFigures) => Cell): [Cell, Cell] {
  return [cell(one), cell(other)];
}

function contest([one, other]: Both, value: (of: SubjectFigures) => number | null, better: Contest["better"]): Contest {
  return { values: [value(one), value(other)], better };
}
