import { EmptyTable } from "@/app/_ui/empty-table";
import { formatCount, formatSeconds } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import { TableRegion } from "@/app/_ui/table-region";
import { TableRows } from "@/app/_ui/table-rows";
import type { Entry } from "@/lib/reports/leaderboard";

const CAPTION = "Spinners by average";

/** Which spinners of all tenants spin longest on average. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <EmptyTable caption={CAPTION} title="Nothing was spun yet" />;
  return (
    <TableRegion caption={CAPTION}>
      <thead>
        <tr>
          <th scope="col">
            <abbr className="no-underline" title="Rank">
              #
            </abbr>
          </th>
          <th scope="col" className="text">
            Spinner
          </th>
          <th scope="col" className="text">
            Tenant
          </th>
          <th scope="col">Average</th>
          <th scope="col">Spins</th>
          <th scope="col">Longest</th>
        </tr>
      </thead>
      <TableRows rows={entries.map(row)} />
    </TableRegion>
  );
}

function row({ rank, name, slug, spins, averageMs, longestMs }: Entry): Markup {
  const place = rank === 1 ? html`<b>1</b>` : html`${rank}`;
  return html`<tr><td>${place}</td><th scope="row">${name}</th><td class="text">${slug}</td>
    <td>${formatSeconds(averageMs)}</td><td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td></tr>`;
}
