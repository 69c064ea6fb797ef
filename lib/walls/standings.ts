import { addDays, today } from "@/lib/figures/date-range";
import { type Board, leaderboard } from "@/lib/figures/leaderboard";
import type { Standing } from "@/lib/figures/types";
import type { OpenWall } from "./open";
import type { Wall } from "./wall";

/** What fits on a screen, to be read from afar. */
const LINES = 8;

export interface WallBoard {
  board: Board;
  /** Names as far as the display shows them; empty where it does not. */
  standings: Standing[];
}

/** The boards of a display, of what was spun in its days. */
export async function wallBoards({ wall, at }: OpenWall): Promise<WallBoard[]> {
  const to = today(at.tenant.timeZone);
  const range = { from: addDays(to, 1 - wall.days), to };
  const boards: Board[] = wall.board === "both" ? ["people", "spinners"] : [wall.board];
  return at.read(() =>
    Promise.all(
      boards.map(async (board) => {
        const standings = await leaderboard(at, board, range, LINES);
        const spun = standings.filter(({ averageMs }) => averageMs !== null);
        if (board === "spinners") return { board, standings: spun };
        return { board, standings: spun.map((line) => ({ ...line, name: shownName(line.name, wall.names) })) };
      }),
    ),
  );
}

/** `Ada Okafor` in full; in short `Ada O.`; hidden, nothing. */
export function shownName(name: string, names: Wall["names"]): string {
  if (names === "full") return name;
  if (names === "hidden") return "";
  const [first = "", ...others] = name.split(" ");
  const initial = [...(others.at(-1) ?? "")][0];
  return initial ? `${first} ${initial}.` : first;
}
