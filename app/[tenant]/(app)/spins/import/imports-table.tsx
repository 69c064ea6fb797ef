import { DataTable } from "@/app/_ui/data-table";
import { formatCount } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import type { Import, State } from "@/lib/imports/types";

const COLUMNS = { text: ["File"], figures: ["State", "Rows"] };

const STATES: Record<State, string> = {
  uploading: "coming in",
  uploaded: "waits for its columns",
  checking: "is checked",
  checked: "checked",
  faulty: "has faults",
  storing: "is stored",
  stored: "stored",
  cancelled: "cancelled",
  failed: "failed",
};

/** Files that came in lately, and what became of them. */
export function ImportsTable({ imports }: { imports: readonly Import[] }) {
  const rows = imports.map(
    ({ id, fileName, state, rows: count, interrupted }) => html`<tr>
      <th scope="row"><a href="/spins/import/${id}">${fileName}</a></th>
      <td>${interrupted ? "interrupted" : STATES[state]}</td><td>${formatCount(count)}</td></tr>`,
  );
  return <DataTable caption="Latest imports" columns={COLUMNS} rows={rows} empty="None yet" />;
}
