import type { Averages } from "@/lib/figures/types";
import { words } from "@/lib/words/words";
import { FigureCard } from "./figure-card";
import { changeOf, formatCount, formatDuration, formatSeconds } from "./format";
import { Sparkline } from "./sparkline";
import type { TrendBucket } from "./trend-buckets";

interface FigureRowProps {
  current: Averages;
  /** The period before, where there is one. */
  previous: Averages | null;
  /** How each of them went over the period. */
  buckets: readonly TrendBucket[];
}

/** The headline figures of a range, each beside its previous period. */
export function FigureRow({ current, previous, buckets }: FigureRowProps) {
  const { dashboard } = words();
  const before = previous && previous.spins > 0 ? previous : null;
  return (
    <section aria-label={dashboard.figures} className="grid gap-4 md:grid-cols-3">
      <FigureCard
        label={dashboard.average}
        value={current.averageMs === null ? null : formatSeconds(current.averageMs)}
        previous={before && formatSeconds(before.averageMs)}
        change={changeOf(current.averageMs, before?.averageMs ?? null)}
        better="higher"
        sparkline={<Sparkline values={buckets.map(({ averageMs }) => averageMs)} />}
      />
      <FigureCard
        label={dashboard.spins}
        value={formatCount(current.spins)}
        previous={previous && formatCount(previous.spins)}
        change={changeOf(current.spins, previous?.spins ?? null)}
        better="higher"
        sparkline={<Sparkline values={buckets.map(({ spins }) => spins)} fromZero />}
      />
      <FigureCard
        label={dashboard.longest}
        value={current.longestMs === null ? null : formatDuration(current.longestMs)}
        previous={before && formatDuration(before.longestMs)}
        change={changeOf(current.longestMs, before?.longestMs ?? null)}
        better="higher"
        sparkline={<Sparkline values={buckets.map(({ longestMs }) => longestMs)} />}
      />
    </section>
  );
}
