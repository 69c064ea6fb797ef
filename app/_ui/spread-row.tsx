import type { Spread } from "@/lib/figures/dashboard";
import type { Distribution } from "@/lib/figures/distribution";
import { words } from "@/lib/words/words";
import { FigureCard } from "./figure-card";
import { changeOf, formatDays, formatDuration } from "./format";

interface SpreadRowProps {
  current: Spread;
  /** The period before, where there is one. */
  previous: Spread | null;
}

/** How durations are spread, and days in a row, each beside its previous period. */
export function SpreadRow({ current, previous }: SpreadRowProps) {
  const { dashboard } = words();
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
  const streak = current.streaks.longest.days;
  return (
    <section aria-label={dashboard.spread} className="grid gap-4 md:grid-cols-3">
      {quantile(dashboard.median, ({ medianMs }) => medianMs)}
      {quantile(dashboard.p95, ({ p95Ms }) => p95Ms)}
      <FigureCard
        label={dashboard.streak}
        value={streak === 0 ? null : formatDays(streak)}
        previous={before && formatDays(before.streaks.longest.days)}
        change={changeOf(streak, before?.streaks.longest.days ?? null)}
        better="higher"
      />
    </section>
  );
}
