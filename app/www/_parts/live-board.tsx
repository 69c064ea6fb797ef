import { DataTable } from "@/app/_ui/data-table";
import { FigureCard } from "@/app/_ui/figure-card";
import { formatCount, formatDuration, formatSeconds } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import { RefreshOften } from "@/app/_ui/refresh-often";
import { TitledSection } from "@/app/_ui/titled-section";
import type { Standing } from "@/lib/figures/types";
import type { Showcase } from "@/lib/showcase/showcase";
import { words } from "@/lib/words/words";

const EVERY_MS = 5_000;

/** The board of the tenant on show: nothing on it can be pressed, and nobody is named. */
export function LiveBoard({ shown }: { shown: Showcase }) {
  const { apex, boards } = words();
  const { averages, spinners } = shown;
  const best = Math.max(...spinners.map(({ averageMs }) => averageMs ?? 0));
  const columns = { ranked: true, text: [apex.spinner], figures: [apex.average, apex.spins, apex.longest] };
  return (
    <TitledSection title={apex.live(shown.name)}>
      <RefreshOften everyMs={EVERY_MS} />
      <p className="text-soft">{apex.liveLead}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <FigureCard label={apex.average} value={formatSeconds(averages.averageMs)} change={null} better="higher" />
        <FigureCard label={apex.spins} value={formatCount(averages.spins)} change={null} better="higher" />
        <FigureCard label={apex.longest} value={formatDuration(averages.longestMs)} change={null} better="higher" />
      </div>
      <DataTable
        caption={boards.title.spinners}
        columns={columns}
        rows={spinners.map((standing) => row(standing, best))}
        empty={boards.empty.spinners}
      />
    </TitledSection>
  );
}

function row({ rank, name, averageMs, spins, longestMs }: Standing, best: number): Markup {
  const place = rank === 1 ? html`<b>1</b>` : html`${formatCount(rank)}`;
  const share = averageMs === null ? 0 : Math.round((averageMs / best) * 100);
  const bar = html`<svg aria-hidden="true"><rect width="${share}%" height="100%"/></svg>`;
  return html`<tr><td>${place}</td><th scope="row">${name}</th><td>${bar}${formatSeconds(averageMs)}</td><td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td></tr>`;
}
