import type { Averages } from "@/lib/figures/types";
import { FigureCard } from "./figure-card";
import { changeOf, formatCount, formatDuration, formatSeconds } from "./format";

interface FigureRowProps {
  current: Averages;
  /** The period before, where there is one. */
  previous: Averages | null;
}

/** The headline figures of a range, each beside its previous period. */
export function FigureRow({ current, previous }: FigureRowProps) {
  const before = previous && previous.spins > 0 ? previous : null;
  return (
    <section aria-label="Figures" className="grid gap-4 md:grid-cols-3">
      <FigureCard
        label="Overall average"
        value={current.averageMs === null ? null : formatSeconds(current.averageMs)}
        previous={before && formatSeconds(before.averageMs)}
        change={changeOf(current.averageMs, before?.averageMs ?? null)}
        better="higher"
      />
      <FigureCard
        label="Spins"
        value={formatCount(current.spins)}
        previous={previous && formatCount(previous.spins)}
        change={changeOf(current.spins, previous?.spins ?? null)}
        better="higher"
      />
      <FigureCard
        label="Longest spin"
        value={current.longestMs === null ? null : formatDuration(current.longestMs)}
        previous={before && formatDuration(before.longestMs)}
        change={changeOf(current.longestMs, before?.longestMs ?? null)}
        better="higher"
      />
    </section>
  );
}
