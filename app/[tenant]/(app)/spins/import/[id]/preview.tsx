import { DataTable } from "@/app/_ui/data-table";
import { formatCount, formatDateTime, formatSeconds } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import { StatList } from "@/app/_ui/stat-list";
import type { Head } from "@/lib/imports/head";
import { readRow } from "@/lib/imports/read-row";
import type { Import } from "@/lib/imports/types";

interface PreviewProps {
  of: Import;
  head: Head;
  timeZone: string;
}

const COLUMNS = { text: ["When", "Person", "Spinner"], figures: ["Duration"] };

/** What a file would bring. */
export function Preview({ of: { rows, accepted, duplicates, mapping }, head, timeZone }: PreviewProps) {
  const spins = head.rows.flatMap((row) => (mapping && readRow(row, mapping.columns).spin) ?? []);
  return (
    <>
      <StatList
        stats={[
          { label: "Rows", value: formatCount(rows) },
          { label: "New", value: formatCount(accepted) },
          { label: "Known already", value: formatCount(duplicates) },
        ]}
      />
      <DataTable
        caption="The first rows, as they will be stored"
        columns={COLUMNS}
        rows={spins.map(
          ({ spun_at, person, spinner, duration_ms }) => html`<tr>
            <th scope="row"><time datetime="${spun_at}">${formatDateTime(spun_at, timeZone)}</time></th>
            <td class="text">${person}</td><td class="text">${spinner}</td><td>${formatSeconds(duration_ms)}</td></tr>`,
        )}
        empty="None"
      />
    </>
  );
}
