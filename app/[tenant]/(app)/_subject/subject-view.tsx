import type { ReactNode } from "react";
import { FigureRow } from "@/app/_ui/figure-row";
import { RangeLinks } from "@/app/_ui/range-links";
import { SpinsTable } from "@/app/_ui/spins-table";
import { trendBuckets } from "@/app/_ui/trend-buckets";
import { TrendChart } from "@/app/_ui/trend-chart";
import { today } from "@/lib/figures/date-range";
import type { OneSubject } from "@/lib/figures/rolled";
import { words } from "@/lib/words/words";
import type { SubjectRead } from "./read-subject";
import { RecordsList } from "./records-list";

interface SubjectViewProps extends Omit<SubjectRead, "options"> {
  subject: OneSubject;
  /** The page's own. */
  path: string;
  timeZone: string;
  /** Whose it is, or what is theirs. */
  children: ReactNode;
}

/** The figures, trend, records and latest spins of one spinner or person. */
export function SubjectView({ subject, path, chosen, figures, spins, timeZone, children }: SubjectViewProps) {
  const { subject: say, spinList } = words();
  const { current, previous, days, place, records } = figures;
  const trend = trendBuckets(days);
  return (
    <>
      <RangeLinks path={path} selected={chosen.selected} {...chosen.range} max={today(timeZone)} />
      <FigureRow current={current} previous={previous} buckets={trend.buckets} />
      <TrendChart {...trend} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <RecordsList records={records} place={place} kind={subject.kind} timeZone={timeZone} />
          {children}
        </div>
        <div className="grid gap-3">
          <SpinsTable caption={spinList.latest} spins={spins} timeZone={timeZone} />
          <p>
            <a href={`/spins?${subject.kind}=${subject.id}`}>{say.allSpins}</a>
          </p>
        </div>
      </div>
    </>
  );
}
