import { useId } from "react";
import type { Place } from "@/lib/figures/place";
import type { Records } from "@/lib/figures/records";
import type { OneSubject } from "@/lib/figures/rolled";
import { words } from "@/lib/words/words";
import { placeText, type RecordLine, recordLines } from "./record-lines";

interface RecordsListProps {
  records: Records;
  place: Place | null;
  kind: OneSubject["kind"];
  timeZone: string;
}

/** What a spinner or person has come to. */
export function RecordsList({ records, place, kind, timeZone }: RecordsListProps) {
  const id = useId();
  const { records: say } = words();
  const { longest, streak, first } = recordLines(records, kind, timeZone);
  return (
    <section className="surface grid gap-4 px-5 py-4 max-sm:px-3.5" aria-labelledby={id}>
      <h2 id={id} className="text-base font-semibold">
        {say.title}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
        <Line label={say.longest} {...longest} />
        <Line label={say.streak} {...streak} />
        <Line label={say.first} {...first} />
        <Line label={say.place} value={placeText(place)} />
      </dl>
    </section>
  );
}

function Line({ label, value, note, href }: RecordLine & { label: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-soft">{label}</dt>
      <dd className="text-base font-semibold tabular-nums">{href ? <a href={href}>{value}</a> : value}</dd>
      {note && <dd className="text-soft">{note}</dd>}
    </div>
  );
}
