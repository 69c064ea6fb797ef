import { HistogramTable } from "@/app/_ui/histogram-table";
import { LeaderboardTable } from "@/app/_ui/leaderboard-table";
import { SpinsTable } from "@/app/_ui/spins-table";
import { SpreadRow } from "@/app/_ui/spread-row";
import { WeekTable } from "@/app/_ui/week-table";
import type { Details } from "@/lib/figures/dashboard";
import { words } from "@/lib/words/words";

interface DetailsGridProps {
  details: Details;
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

/** How long a spin counts as just come in. */
const FRESH_MS = 4_000;

/** Everything of a dashboard below its trend. */
export function DetailsGrid({ details, timeZone }: DetailsGridProps) {
  const { spread, previous } = details;
  const { spinList } = words();
  const moving = previous !== null && previous.distribution.spins > 0;
  return (
    <>
      <SpreadRow current={spread} previous={previous} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <LeaderboardTable kind="spinners" standings={details.spinners} moving={moving} />
        <LeaderboardTable kind="people" standings={details.people} moving={moving} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <HistogramTable current={spread.distribution} previous={previous?.distribution ?? null} />
        <div className="grid gap-6">
          <WeekTable cells={details.hours} />
          <SpinsTable
            caption={spinList.latest}
            spins={details.latest}
            timeZone={timeZone}
            freshSince={Date.now() - FRESH_MS}
          />
          <SpinsTable caption={spinList.longest} spins={details.longest} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}
