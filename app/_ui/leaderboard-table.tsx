import type { Moved } from "@/lib/figures/dashboard";
import type { Board } from "@/lib/figures/leaderboard";
import { words } from "@/lib/words/words";
import { DataTable } from "./data-table";
import { formatCount, formatSeconds } from "./format";
import { html, type Markup } from "./markup";

interface LeaderboardTableProps {
  kind: Board;
  standings: readonly Moved[];
  /** Whether anything was spun in the period before, to have moved since. */
  moving: boolean;
}

/** Who, or what, spins longest on average, and how that moved since the previous period. */
export function LeaderboardTable({ kind, standings, moving }: LeaderboardTableProps) {
  const { boards } = words();
  const best = Math.max(...standings.map(({ averageMs }) => averageMs ?? 0));
  const columns = {
    ranked: true,
    text: [boards.subject[kind]],
    figures: [boards.average, boards.spins, boards.longest],
  };
  const rows = standings.map((standing) =>
    row(kind, standing, { best, moving, shared: isShared(standing, standings) }),
  );
  return <DataTable caption={boards.title[kind]} columns={columns} rows={rows} empty={boards.empty[kind]} />;
}

function isShared({ id, rank, averageMs }: Moved, standings: readonly Moved[]): boolean {
  return averageMs !== null && standings.some((other) => other.id !== id && other.rank === rank);
}

interface Beside {
  best: number;
  moving: boolean;
  shared: boolean;
}

function row(kind: Board, standing: Moved, { best, moving, shared }: Beside): Markup {
  const { boards, units } = words();
  const { id, name, rank, spins, averageMs, longestMs } = standing;
  const rest = html`<td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td>`;
  const link = html`<a href="/${kind}/${id}">${name}</a>`;
  if (averageMs === null) {
    return html`<tr><td class="none">${units.none}</td><th scope="row">${link}</th><td class="none">${boards.neverSpun}</td>${rest}</tr>`;
  }
  const bar = html`<svg aria-hidden="true"><rect width="${Math.round((averageMs / best) * 100)}%" height="100%"/></svg>`;
  const moved = moving ? html` ${movement(standing)}` : "";
  return html`<tr><td>${place(rank, shared)}</td><th scope="row">${link}${moved}</th><td>${bar}${formatSeconds(averageMs)}</td>${rest}</tr>`;
}

/** Equal averages share a rank: `=2`. */
function place(rank: number, shared: boolean): Markup {
  const { boards } = words();
  const text = shared
    ? html`<abbr title="${boards.shared(formatCount(rank))}">=${formatCount(rank)}</abbr>`
    : html`${formatCount(rank)}`;
  return rank === 1 ? html`<b>${text}</b>` : text;
}

function movement({ rank, previousRank }: Moved): Markup {
  const { boards } = words();
  if (previousRank === undefined) return html`<small class="new">${boards.isNew}</small>`;
  const places = formatCount(Math.abs(previousRank - rank));
  if (previousRank === rank)
    return html`<small aria-label="${boards.same}" role="img" title="${boards.movement}">=</small>`;
  const gained = previousRank > rank;
  const said = gained ? boards.up(places) : boards.down(places);
  return html`<small class="${gained ? "up" : "down"}" role="img" aria-label="${said}" title="${boards.movement}">${gained ? "▲" : "▼"}${places}</small>`;
}
