import { words } from "@/lib/words/words";
import { DataTable } from "./data-table";
import { html, type Markup } from "./markup";
import { spinningCells } from "./spinning-cells";
import { spinningColumns } from "./table-head";

interface Line {
  id: string;
  name: string;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

interface LinesTableProps {
  caption: string;
  /** Where a line's own page is: `path/id`. */
  path: string;
  lines: readonly Line[];
  empty: string;
}

/** Things by name, with their figures of all time. */
export function LinesTable({ caption, path, lines, empty }: LinesTableProps) {
  const columns = { text: [words().lists.name], figures: spinningColumns() };
  const rows = lines.map((line) => row(path, line));
  return <DataTable caption={caption} columns={columns} rows={rows} empty={empty} />;
}

function row(path: string, { id, name, ...figures }: Line): Markup {
  return html`<tr><th scope="row"><a href="${path}/${id}">${name}</a></th>${spinningCells(figures)}</tr>`;
}
