import { DataTable } from "@/app/_ui/data-table";
import { formatCount } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import type { Import } from "@/lib/imports/types";
import { words } from "@/lib/words/words";

/** Files that came in lately, and what became of them. */
export function ImportsTable({ imports }: { imports: readonly Import[] }) {
  const { imports: say } = words();
  const columns = { text: [say.file], figures: [say.state, say.rows] };
  const rows = imports.map(
    ({ id, fileName, state, rows: count, interrupted }) => html`<tr>
      <th scope="row"><a href="/spins/import/${id}">${fileName}</a></th>
      <td>${interrupted ? say.interrupted : say.states[state]}</td><td>${formatCount(count)}</td></tr>`,
  );
  return <DataTable caption={say.latest} columns={columns} rows={rows} empty={say.none} />;
}
