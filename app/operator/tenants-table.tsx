import { DataTable } from "@/app/_ui/data-table";
import { html, type Markup } from "@/app/_ui/markup";
import { spinningCells } from "@/app/_ui/spinning-cells";
import { SPINNING } from "@/app/_ui/table-head";
import type { AveragesReport } from "@/lib/reports/averages";

type Line = AveragesReport["tenants"][number];

const COLUMNS = { text: ["Address", "Name", "Placement", "Status"], figures: SPINNING };

/** Every tenant, where it lives, and how long its spins are. */
export function TenantsTable({ tenants }: { tenants: readonly Line[] }) {
  return <DataTable caption="Tenants" columns={COLUMNS} rows={tenants.map(row)} empty="No tenants yet" />;
}

function row({ id, slug, name, placement, server, status, ...figures }: Line): Markup {
  const where = placement === "database" ? `database on ${server}` : placement;
  return html`<tr id="${id}"><th scope="row">${slug}</th><td class="text">${name}</td><td class="text">${where}</td>
    <td class="text">${status}</td>${spinningCells(figures)}</tr>`;
}
