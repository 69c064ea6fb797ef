import { DataTable } from "@/app/_ui/data-table";
import { html } from "@/app/_ui/markup";
import type { Fault } from "@/lib/app-error";

const COLUMNS = { text: ["Line", "Column", "What is wrong"], figures: [] };

/** What is wrong with a file, line by line. */
export function FaultsTable({ faults }: { faults: readonly Fault[] }) {
  const rows = faults.map(({ path, message }) => {
    const [, line, column] = /^lines\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
    return html`<tr><th scope="row">${line ?? "–"}</th><td class="text">${column ?? "–"}</td>
      <td class="text">${message}</td></tr>`;
  });
  const caption = faults.length < 100 ? "Faults" : "The first 100 faults";
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} empty="None" />;
}
