import type { Standing } from "@/lib/figures/types";
import { EmptyTable } from "./empty-table";
import { formatCount, formatSeconds } from "./format";
import { TableRegion } from "./table-region";

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
      <tbody>
        {standings.map((standing) => (
          <tr key={standing.id}>
            <Rank standing={standing} />
            <th scope="row">
              <a href={`/${kind}/${standing.id}`}>{standing.name}</a>
            </th>
            <Average averageMs={standing.averageMs} best={best} />
            <td>{formatCount(standing.spins)}</td>
            <td>{formatSeconds(standing.longestMs)}</td>
          </tr>
        ))}
      </tbody>
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

function Rank({ standing: { rank, averageMs } }: { standing: Standing }) {
  if (averageMs === null) return <td className="none">–</td>;
  return <td>{rank === 1 ? <b>1</b> : rank}</td>;
}

function Average({ averageMs, best }: { averageMs: number | null; best: number }) {
  if (averageMs === null) return <td className="none">never spun</td>;
  return (
    <td>
      <svg aria-hidden="true">
        <rect width={`${Math.round((averageMs / best) * 100)}%`} height="100%" />
      </svg>
      {formatSeconds(averageMs)}
    </td>
  );
}
