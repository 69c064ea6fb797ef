import { words } from "@/lib/words/words";

export interface Columns {
  /** Whether a rank stands before everything. */
  ranked?: boolean;
  text: readonly string[];
  /** Figures, which stand behind the text and to the right. */
  figures: readonly string[];
}

/** The names of a table's columns. */
export function TableHead({ ranked = false, text, figures }: Columns) {
  return (
    <thead>
      <tr>
        {ranked && (
          <th scope="col">
            <abbr className="no-underline" title={words().lists.rank}>
              #
            </abbr>
          </th>
        )}
        {text.map((name) => (
          <th key={name} scope="col" className="text">
            {name}
          </th>
        ))}
        {figures.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The figures of whatever spins: its average, how many spins, the longest. */
export function spinningColumns(): readonly string[] {
  const { average, spins, longest } = words().lists;
  return [average, spins, longest];
}

export const SPINNING = ["Average", "Spins", "Longest"] as const;
