import { DataTable } from "@/app/_ui/data-table";
import { html } from "@/app/_ui/markup";
import type { Fault } from "@/lib/app-error";
import { faultText } from "@/lib/words/error-text";
import { words } from "@/lib/words/words";

/** What is wrong with a file, line by line. */
export function FaultsTable({ faults }: { faults: readonly Fault[] }) {
  const { oneImport: say, units } = words();
  const rows = faults.map((fault) => {
    const [, line, column] = /^lines\[(\d+)\](?:\.(.+))?$/.exec(fault.path) ?? [];
    return html`<tr><th scope="row">${line ?? units.none}</th><td class="text">${column ?? units.none}</td>
      <td class="text">${faultText(fault)}</td></tr>`;
  });
  const caption = faults.length < 100 ? say.faults : say.manyFaults;
  const columns = { text: [say.line, say.column, say.wrong], figures: [] };
  return <DataTable caption={caption} columns={columns} rows={rows} empty={say.none} />;
}
