import { DataTable } from "@/app/_ui/data-table";
import { formatDateTime } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import type { Operation } from "@/lib/operator-log/list";
import { words } from "@/lib/words/words";

/** What operators did, with times in UTC. */
export function LogTable({ operations }: { operations: readonly Operation[] }) {
  const { operatorLog } = words();
  const columns = { text: [operatorLog.when, operatorLog.who, operatorLog.what, operatorLog.ofWhat], figures: [] };
  const rows = operations.map(row);
  return <DataTable caption={operatorLog.caption} columns={columns} rows={rows} empty={operatorLog.none} />;
}

function row({ at, who, what, detail }: Operation): Markup {
  const time = at.toISOString();
  return html`<tr><th scope="row"><time datetime="${time}">${formatDateTime(time, "UTC")}</time></th>
    <td class="text">${who}</td><td class="text">${what}</td><td class="text">${inWords(detail)}</td></tr>`;
}

function inWords(detail: Operation["detail"]): string {
  const given = Object.entries(detail).filter(([, value]) => value !== "");
  return (
    given.map(([name, value]) => `${name.replaceAll("_", " ")}: ${[value].flat().join(", ")}`).join("; ") ||
    words().units.none
  );
}
