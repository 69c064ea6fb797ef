import { changeOf, formatChange } from "@/app/_ui/format";
import { words } from "@/lib/words/words";

/** What each of two has, null for nothing; and which is better. */
export interface Contest {
  values: readonly [number | null, number | null];
  better: "higher" | "lower";
}

/** What is said beside each of two values: of the one ahead that it is, and by how much; of equals that they are. */
export function standing({ values: [one, other], better }: Contest): [string, string] {
  const { comparison } = words();
  if (one === null && other === null) return ["", ""];
  if (one === other) return [comparison.level, comparison.level];
  const isAhead = one !== null && (other === null || (better === "higher" ? one > other : one < other));
  const by = better === "higher" ? changeOf(isAhead ? one : other, isAhead ? other : one) : null;
  const said = by === null ? comparison.ahead : comparison.aheadBy(formatChange(by));
  return isAhead ? [said, ""] : ["", said];
}
