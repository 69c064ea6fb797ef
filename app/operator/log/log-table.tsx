import { EmptyTable } from "@/app/_ui/empty-table";
import { formatDateTime } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import { TableRegion } from "@/app/_ui/table-region";
import { TableRows } from "@/app/_ui/table-rows";
import type { Operation } from "@/lib/operator-log/list";

const CAPTION = "Operations, newest first";

/** What operators did, with times in UTC. */
export function LogTable({ operations }: { operations: readonly Operation[] }) {
  if (operations.length === 0) return <EmptyTable caption={CAPTION} title="Nothing was done yet" />;
  return (
    <TableRegion caption={CAPTION}>
      <thead>
        <tr>
          {["When, in UTC", "Who", "What", "Of what"].map((name) => (
            <th key={name} scope="col" className="text">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <TableRows rows={operations.map(row)} />
    </TableRegion>
  );
}

function row({ at, who, what, detail }: Operation): Markup {
  const time = at.toISOString();
  return html`<tr><th scope="row"><time datetime="${time}">${formatDateTime(time, "UTC")}</time></th>
    <td class="text">${who}</td><td class="text">${what}</td><td class="text">${inWords(detail)}</td></tr>`;
}

function inWords(detail: Operation["detail"]): string {
  const given = Object.entries(detail).filter(([, value]) => value !== "");
  return given.map(([name, value]) => `${name.replaceAll("_", " ")}: ${[value].flat().join(", ")}`).join("; ") || "–";
}
