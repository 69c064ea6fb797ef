import { DataTable } from "@/app/_ui/data-table";
import { html, type Markup } from "@/app/_ui/markup";
import { spinningCells } from "@/app/_ui/spinning-cells";
import { spinningColumns } from "@/app/_ui/table-head";
import type { AveragesReport } from "@/lib/reports/averages";
import { words } from "@/lib/words/words";

type Line = AveragesReport["tenants"][number];

/** Every tenant, where it lives, and how long its spins are. */
export function TenantsTable({ tenants }: { tenants: readonly Line[] }) {
  const { operator, lists } = words();
  const text = [operator.address, lists.name, operator.placement, operator.status];
  const columns = { text, figures: spinningColumns() };
  return <DataTable caption={operator.count} columns={columns} rows={tenants.map(row)} empty={operator.noTenants} />;
}

function row({ id, slug, name, placement, server, status, ...figures }: Line): Markup {
  const where = placement === "database" ? words().operator.onServer(server) : placement;
  return html`<tr id="${id}"><th scope="row">${slug}</th><td class="text">${name}</td><td class="text">${where}</td>
    <td class="text">${status}</td>${spinningCells(figures)}</tr>`;
}
