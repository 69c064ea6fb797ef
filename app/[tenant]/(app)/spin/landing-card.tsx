import { formatCount, formatDays, formatDuration } from "@/app/_ui/format";
import { StatList } from "@/app/_ui/stat-list";
import type { Landing } from "@/lib/spins/landing";
import { words } from "@/lib/words/words";

/** What a run came to: the personal best, the streak, and where it stands on the board. */
export function LandingCard(landed: Landing) {
  const { landing, units } = words();
  const { durationMs, spinner, personalBestMs, previousBestMs, streakDays, rank, rankBefore, people } = landed;
  const isBest = durationMs === personalBestMs && (previousBestMs ?? 0) < durationMs;
  return (
    <section role="status" aria-labelledby="landed" className="surface landing" data-best={isBest ? "" : undefined}>
      <h2 id="landed" className="text-base font-semibold">
        {landing.recorded(formatDuration(durationMs), spinner.name)}
      </h2>
      {isBest && (
        <p className="font-semibold text-brass">
          {landing.newBest(previousBestMs === null ? null : formatDuration(previousBestMs))}
        </p>
      )}
      <StatList
        stats={[
          { label: landing.best, value: formatDuration(personalBestMs) },
          { label: landing.streak, value: formatDays(streakDays) },
          {
            label: landing.place,
            value: rank === null ? units.none : landing.of(formatCount(rank), formatCount(people)),
          },
        ]}
      />
      <p className="text-soft">
        {rank !== null && landing.moved(rankBefore === null ? null : rankBefore - rank)}{" "}
        <a href="/people">{landing.board}</a>
      </p>
    </section>
  );
}
