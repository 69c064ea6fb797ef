import { DataTable } from "@/app/_ui/data-table";
import { html } from "@/app/_ui/markup";
import { words } from "@/lib/words/words";

/** What a status means. */
export function Errors() {
  const { apiDocs } = words();
  const rows = apiDocs.statuses.map(
    ([status = "", meaning = ""]) => html`<tr><th scope="row">${status}</th><td class="text">${meaning}</td></tr>`,
  );
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-soft">{apiDocs.errorsLead}</p>
      <DataTable
        caption={apiDocs.errors}
        columns={{ text: [apiDocs.code, apiDocs.meaning], figures: [] }}
        rows={rows}
        empty=""
      />
    </div>
  );
}
