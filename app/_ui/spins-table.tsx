import type { Spin } from "@/lib/spins/types";
import { DataTable } from "./data-table";
import { formatDateTime, formatSeconds } from "./format";
import { html, type Markup } from "./markup";

interface SpinsTableProps {
  caption: string;
  spins: readonly Spin[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

const COLUMNS = { text: ["When", "Person", "Spinner"], figures: ["Duration"] };

/** Single spins, in the order given. */
export function SpinsTable({ caption, spins, timeZone }: SpinsTableProps) {
  const rows = spins.map((spin) => row(spin, timeZone));
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} empty="No spins here yet" />;
}

function row({ id, spunAt, person, spinner, durationMs }: Spin, timeZone: string): Markup {
  return html`<tr><th scope="row"><a href="/spins/${id}"><time datetime="${spunAt}">${formatDateTime(spunAt, timeZone)}</time></a></th>
    <td><a href="/people/${person.id}">${person.name}</a></td>
    <td><a href="/spinners/${spinner.id}">${spinner.name}</a></td><td>${formatSeconds(durationMs)}</td></tr>`;
}
