import type { Standing } from "@/lib/figures/types";
import { EmptyTable } from "./empty-table";
import { formatCount, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { TableRegion } from "./table-region";
import { TableRows } from "./table-rows";

interface LeaderboardTableProps {
  caption: string;
  kind: "spinners" | "people";
  standings: readonly Standing[];
}

/** Who, or what, spins longest on average. */
export function LeaderboardTable({ caption, kind, standings }: LeaderboardTableProps) {
  if (standings.length === 0) return <EmptyTable caption={caption} title={`No ${kind} yet`} />;
  const best = Math.max(...standings.map(({ averageMs }) => averageMs ?? 0));
  return (
    <TableRegion caption={caption}>
      <Head kind={kind} />
      <TableRows rows={standings.map((standing) => row(kind, standing, best))} />
    </TableRegion>
  );
}

function Head({ kind }: Pick<LeaderboardTableProps, "kind">) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <abbr className="no-underline" title="Rank">
            #
          </abbr>
        </th>
        <th scope="col" className="text">
          {kind === "spinners" ? "Spinner" : "Person"}
        </th>
        <th scope="col">Average</th>
        <th scope="col">Spins</th>
        <th scope="col">Longest</th>
      </tr>
    </thead>
  );
}

function row(kind: string, { id, name, rank, spins, averageMs, longestMs }: Standing, best: number): Markup {
  const link = html`<th scope="row"><a href="/${kind}/${id}">${name}</a></th>`;
  const rest = html`<td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td>`;
  if (averageMs === null) return html`<tr><td class="none">–</td>${link}<td class="none">never spun</td>${rest}</tr>`;
  const place = rank === 1 ? html`<b>1</b>` : html`${rank}`;
  const bar = html`<svg aria-hidden="true"><rect width="${Math.round((averageMs / best) * 100)}%" height="100%"/></svg>`;
  return html`<tr><td>${place}</td>${link}<td>${bar}${formatSeconds(averageMs)}</td>${rest}</tr>`;
}
