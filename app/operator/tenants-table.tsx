import { EmptyTable } from "@/app/_ui/empty-table";
import { formatCount, formatSeconds } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import { TableRegion } from "@/app/_ui/table-region";
import { TableRows } from "@/app/_ui/table-rows";
import type { AveragesReport } from "@/lib/reports/averages";

type Line = AveragesReport["tenants"][number];

/** Every tenant, where it lives, and how long its spins are. */
export function TenantsTable({ tenants }: { tenants: readonly Line[] }) {
  if (tenants.length === 0) return <EmptyTable caption="Tenants" title="No tenants yet" />;
  return (
    <TableRegion caption="Tenants">
      <thead>
        <tr>
          {["Address", "Name", "Placement", "Status"].map((title) => (
            <th key={title} scope="col" className="text">
              {title}
            </th>
          ))}
          <th scope="col">Average</th>
          <th scope="col">Spins</th>
          <th scope="col">Longest</th>
        </tr>
      </thead>
      <TableRows rows={tenants.map(row)} />
    </TableRegion>
  );
}

function row({ id, slug, name, placement, server, status, spins, averageMs, longestMs }: Line): Markup {
  const where = placement === "database" ? `database on ${server}` : placement;
  const average =
    averageMs === null ? html`<td class="none">never spun</td>` : html`<td>${formatSeconds(averageMs)}</td>`;
  return html`<tr id="${id}"><th scope="row">${slug}</th><td class="text">${name}</td><td class="text">${where}</td>
    <td class="text">${status}</td>${average}<td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td></tr>`;
}
