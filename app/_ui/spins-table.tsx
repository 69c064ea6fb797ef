import type { Spin } from "@/lib/spins/types";
import { words } from "@/lib/words/words";
import { DataTable } from "./data-table";
import { formatDateTime, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import type { Column } from "./table-head";

interface SpinsTableProps {
  caption: string;
  spins: readonly Spin[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
  /** The head of the column of times, where the list can be sorted by it. */
  when?: Column;
  /** Unix time in ms since when a spin counts as just come in; none does, without. */
  freshSince?: number;
}

/** Single spins, in the order given. */
export function SpinsTable({ caption, spins, timeZone, when, freshSince = Number.POSITIVE_INFINITY }: SpinsTableProps) {
  const { spinList } = words();
  const rows = spins.map((spin) => row(spin, timeZone, Date.parse(spin.spunAt) >= freshSince));
  const columns = { text: [when ?? spinList.when, spinList.person, spinList.spinner], figures: [spinList.duration] };
  return <DataTable caption={caption} columns={columns} rows={rows} empty={spinList.empty} />;
}

function row({ id, spunAt, person, spinner, durationMs }: Spin, timeZone: string, fresh: boolean): Markup {
  return html`<tr${fresh ? FRESH : ""}><th scope="row"><a href="/spins/${id}"><time datetime="${spunAt}">${formatDateTime(spunAt, timeZone)}</time></a></th>
    <td><a href="/people/${person.id}">${person.name}</a></td>
    <td><a href="/spinners/${spinner.id}">${spinner.name}</a></td><td>${formatSeconds(durationMs)}</td></tr>`;
}

const FRESH = html` class="fresh"`;
