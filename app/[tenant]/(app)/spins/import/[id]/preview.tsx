import { DataTable } from "@/app/_ui/data-table";
import { formatCount, formatDateTime, formatSeconds } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import { StatList } from "@/app/_ui/stat-list";
import type { Head } from "@/lib/imports/head";
import { readRow } from "@/lib/imports/read-row";
import type { Import } from "@/lib/imports/types";
import { words } from "@/lib/words/words";

interface PreviewProps {
  of: Import;
  head: Head;
  timeZone: string;
}

/** What a file would bring. */
export function Preview({ of: { rows, accepted, duplicates, mapping }, head, timeZone }: PreviewProps) {
  const { oneImport: say, lists } = words();
  const columns = { text: [lists.when, lists.person, lists.spinner], figures: [lists.duration] };
  const spins = head.rows.flatMap((row) => (mapping && readRow(row, mapping.columns).spin) ?? []);
  return (
    <>
      <StatList
        stats={[
          { label: say.rows, value: formatCount(rows) },
          { label: say.new, value: formatCount(accepted) },
          { label: say.known, value: formatCount(duplicates) },
        ]}
      />
      <DataTable
        caption={say.preview}
        columns={columns}
        rows={spins.map(
          ({ spun_at, person, spinner, duration_ms }) => html`<tr>
            <th scope="row"><time datetime="${spun_at}">${formatDateTime(spun_at, timeZone)}</time></th>
            <td class="text">${person}</td><td class="text">${spinner}</td><td>${formatSeconds(duration_ms)}</td></tr>`,
        )}
        empty={say.none}
      />
    </>
  );
}
