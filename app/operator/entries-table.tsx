import { DataTable } from "@/app/_ui/data-table";
import { html, type Markup } from "@/app/_ui/markup";
import { spinningCells } from "@/app/_ui/spinning-cells";
import { spinningColumns } from "@/app/_ui/table-head";
import type { Entry } from "@/lib/reports/leaderboard";
import { words } from "@/lib/words/words";

/** Which spinners of all tenants spin longest on average. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  const { operator, lists } = words();
  const columns = { ranked: true, text: [lists.spinner, operator.tenant], figures: spinningColumns() };
  const rows = entries.map(row);
  return <DataTable caption={operator.board} columns={columns} rows={rows} empty={operator.nothingSpun} />;
}

function row({ rank, name, slug, ...figures }: Entry): Markup {
  const place = rank === 1 ? html`<b>1</b>` : html`${rank}`;
  return html`<tr><td>${place}</td><th scope="row">${name}</th><td class="text">${slug}</td>${spinningCells(figures)}</tr>`;
}
