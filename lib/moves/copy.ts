import type { Side } from "./side";
import { sync } from "./sync";

export interface Sides {
  source: Side;
  target: Side;
}

/** Rounds of catching up: with few enough rows left, or after so many rounds, the rest comes over in the freeze. */
const FEW = 200;
const ROUNDS = 6;

/** Brings the tenant's rows over, as one snapshot shows them. Returns how many were sent. */
export function copyRows({ source, target }: Sides): Promise<number> {
  return source.admin.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY", async (sql) => {
    return (await sync(sql, source, target)).sent;
  });
}

/** Brings over what has changed meanwhile, round by round, each shorter than the one before. */
export async function catchUp(sides: Sides, tell: (rows: number) => void | Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await copyRows(sides);
    await tell(rows);
    if (rows <= FEW) return;
  }
}
