import type { Distribution } from "@/lib/figures/distribution";
import type { Streak, Streaks } from "@/lib/figures/streaks";
import { FigureCard } from "./figure-card";
import { changeOf, formatCount, formatDuration } from "./format";

interface Spread {
  distribution: Distribution;
  streaks: Streaks;
}

interface SpreadRowProps {
  current: Spread;
  /** The period before, where there is one. */
  previous: Spread | null;
}

/** How durations are spread, and days in a row, each beside its previous period. */
export function SpreadRow({ current, previous }: SpreadRowProps) {
  const before = previous && previous.distribution.spins > 0 ? previous : null;
  const quantile = (label: string, of: (spread: Distribution) => number | null) => (
    <FigureCard
      label={label}
      value={of(current.distribution) === null ? null : formatDuration(of(current.distribution))}
      previous={before && formatDuration(of(before.distribution))}
      change={changeOf(of(current.distribution), before && of(before.distribution))}
      better="higher"
    />
  );
  return (
    <section aria-label="Spread" className="grid gap-4 md:grid-cols-3">
      {quantile("Median spin", ({ medianMs }) => medianMs)}
      {quantile("95th percentile", ({ p95Ms }) => p95Ms)}
      <FigureCard
        label="Longest streak"
        value={current.streaks.longest.days === 0 ? null : formatDays(current.streaks.longest)}
        previous={before && formatDays(before.streaks.longest)}
        change={changeOf(current.streaks.longest.days, before?.streaks.longest.days ?? null)}
        better="higher"
      />
    </section>
  );
}

function formatDays({ days }: Streak): string {
  return `${formatCount(days)} ${days === 1 ? "day" : "days"}`;
}
