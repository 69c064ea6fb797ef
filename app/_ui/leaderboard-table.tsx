import type { Standing } from "@/lib/figures/types";
import { DataTable } from "./data-table";
import { formatCount, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { SPINNING } from "./table-head";

interface LeaderboardTableProps {
  caption: string;
  kind: "spinners" | "people";
  standings: readonly Standing[];
}

/** Who, or what, spins longest on average. */
export function LeaderboardTable({ caption, kind, standings }: LeaderboardTableProps) {
  const best = Math.max(...standings.map(({ averageMs }) => averageMs ?? 0));
  const columns = { ranked: true, text: [kind === "spinners" ? "Spinner" : "Person"], figures: SPINNING };
  const rows = standings.map((standing) => row(kind, standing, best));
  return <DataTable caption={caption} columns={columns} rows={rows} empty={`No ${kind} yet`} />;
}

function row(kind: string, { id, name, rank, spins, averageMs, longestMs }: Standing, best: number): Markup {
  const link = html`<th scope="row"><a href="/${kind}/${id}">${name}</a></th>`;
  const rest = html`<td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td>`;
  if (averageMs === null) return html`<tr><td class="none">–</td>${link}<td class="none">never spun</td>${rest}</tr>`;
  const place = rank === 1 ? html`<b>1</b>` : html`${rank}`;
  const bar = html`<svg aria-hidden="true"><rect width="${Math.round((averageMs / best) * 100)}%" height="100%"/></svg>`;
  return html`<tr><td>${place}</td>${link}<td>${bar}${formatSeconds(averageMs)}</td>${rest}</tr>`;
}
