import { DataTable } from "@/app/_ui/data-table";
import { html, type Markup } from "@/app/_ui/markup";
import { spinningCells } from "@/app/_ui/spinning-cells";
import { SPINNING } from "@/app/_ui/table-head";
import type { Entry } from "@/lib/reports/leaderboard";

const COLUMNS = { ranked: true, text: ["Spinner", "Tenant"], figures: SPINNING };

/** Which spinners of all tenants spin longest on average. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  const rows = entries.map(row);
  return <DataTable caption="Spinners by average" columns={COLUMNS} rows={rows} empty="Nothing was spun yet" />;
}

function row({ rank, name, slug, ...figures }: Entry): Markup {
  const place = rank === 1 ? html`<b>1</b>` : html`${rank}`;
  return html`<tr><td>${place}</td><th scope="row">${name}</th><td class="text">${slug}</td>${spinningCells(figures)}</tr>`;
}
