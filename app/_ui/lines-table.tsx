import type { LineOrder } from "@/lib/figures/line-places";
import type { LineFigures } from "@/lib/figures/lines";
import { words } from "@/lib/words/words";
import { DataTable } from "./data-table";
import { html, type Markup } from "./markup";
import { type List, sortedColumn } from "./sorting";
import { spinningCells } from "./spinning-cells";

interface Line extends LineFigures {
  id: string;
  name: string;
  /** What else is to be known at first sight. */
  note?: string | undefined;
}

interface LinesTableProps extends List<LineOrder["by"]> {
  caption: string;
  lines: readonly Line[];
  empty: string;
}

/** Names go from A, figures from the most; the other way round next. */
const HEADS = [
  { by: "name", descending: false },
  { by: "average", descending: true },
  { by: "spins", descending: true },
  { by: "longest", descending: true },
] as const satisfies LineOrder[];

/** How such a list can be sorted. */
export const LINE_ORDERS: readonly LineOrder[] = HEADS.flatMap((order) => [
  order,
  { by: order.by, descending: !order.descending },
]);

/** What spins, with figures of all time; sorted by any column. */
export function LinesTable({ caption, lines, empty, ...list }: LinesTableProps) {
  const { lists } = words();
  const [name, ...figures] = HEADS.map((order) => sortedColumn(lists[order.by], order, list));
  const rows = lines.map((line) => row(list.path, line));
  return <DataTable caption={caption} columns={{ text: name ? [name] : [], figures }} rows={rows} empty={empty} />;
}

function row(path: string, { id, name, note, ...figures }: Line): Markup {
  const noted = note ? html` <small>${note}</small>` : "";
  return html`<tr><th scope="row"><a href="${path}/${id}">${name}</a>${noted}</th>${spinningCells(figures)}</tr>`;
}
