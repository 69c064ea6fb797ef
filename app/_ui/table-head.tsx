import { words } from "@/lib/words/words";

/** A column by its name, or one that a list can be sorted by. */
export type Column = string | SortedColumn;

export interface SortedColumn {
  name: string;
  /** The address of the same list sorted by it, or sorted the other way if it is. */
  href: string;
  /** How the list is sorted by it, if it is. */
  sorted: "ascending" | "descending" | undefined;
}

export interface Columns {
  /** Whether a rank stands before everything. */
  ranked?: boolean;
  text: readonly Column[];
  /** Figures, which stand behind the text and to the right. */
  figures: readonly Column[];
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
        {text.map((column) => (
          <ColumnHead key={nameOf(column)} column={column} className="text" />
        ))}
        {figures.map((column) => (
          <ColumnHead key={nameOf(column)} column={column} />
        ))}
      </tr>
    </thead>
  );
}

const ARROW = { ascending: "\u00a0↑", descending: "\u00a0↓" };

function ColumnHead({ column, className }: { column: Column; className?: string }) {
  if (typeof column === "string") {
    return (
      <th scope="col" className={className}>
        {column}
      </th>
    );
  }
  const { name, href, sorted } = column;
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      <a href={href}>
        {name}
        {sorted && <span aria-hidden="true">{ARROW[sorted]}</span>}
      </a>
    </th>
  );
}

function nameOf(column: Column): string {
  return typeof column === "string" ? column : column.name;
}

/** The figures of whatever spins: its average, how many spins, the longest. */
export function spinningColumns(): readonly string[] {
  const { average, spins, longest } = words().lists;
  return [average, spins, longest];
}
