import type { Spin } from "@/lib/spins/types";
import { EmptyTable } from "./empty-table";
import { formatDateTime, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { TableRegion } from "./table-region";
import { TableRows } from "./table-rows";

interface SpinsTableProps {
  caption: string;
  spins: readonly Spin[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

/** Single spins, in the order given. */
export function SpinsTable({ caption, spins, timeZone }: SpinsTableProps) {
  if (spins.length === 0) return <EmptyTable caption={caption} title="No spins here yet" />;
  return (
    <TableRegion caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="text">
            When
          </th>
          <th scope="col" className="text">
            Person
          </th>
          <th scope="col" className="text">
            Spinner
          </th>
          <th scope="col">Duration</th>
        </tr>
      </thead>
      <TableRows rows={spins.map((spin) => row(spin, timeZone))} />
    </TableRegion>
  );
}

function row({ spunAt, person, spinner, durationMs }: Spin, timeZone: string): Markup {
  return html`<tr><th scope="row"><time datetime="${spunAt}">${formatDateTime(spunAt, timeZone)}</time></th>
    <td><a href="/people/${person.id}">${person.name}</a></td>
    <td><a href="/spinners/${spinner.id}">${spinner.name}</a></td><td>${formatSeconds(durationMs)}</td></tr>`;
}
