import { formatClock, formatCount } from "@/app/_ui/format";
import type { WallBoard } from "@/lib/walls/standings";
import { words } from "@/lib/words/words";

interface WallColumnProps extends WallBoard {
  /** Whether to say which board it is, as there is another. */
  titled: boolean;
}

/** One board of a display. */
export function WallColumn({ board, standings, titled }: WallColumnProps) {
  const { wall } = words();
  const best = Math.max(...standings.map(({ averageMs }) => averageMs ?? 0));
  return (
    <section aria-label={wall.board[board]}>
      {titled && <h2>{wall.board[board]}</h2>}
      {standings.length === 0 && <p>{wall.none}</p>}
      <ol>
        {standings.map(({ id, rank, name, averageMs }) => (
          <li
            key={id}
            data-rank={rank}
            style={{ backgroundSize: `${Math.round(((averageMs ?? 0) / best) * 100)}% 100%` }}
          >
            <span>{formatCount(rank)}</span>
            <b>{name || wall.someone}</b>
            <span>{averageMs !== null && formatClock(averageMs)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
