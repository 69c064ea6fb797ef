import { EmptyTable } from "./empty-table";
import { formatCount, formatSeconds } from "./format";
import { html, type Markup } from "./markup";
import { TableRegion } from "./table-region";
import { TableRows } from "./table-rows";

interface Line {
  id: string;
  name: string;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

interface LinesTableProps {
  caption: string;
  /** Where a line's own page is: `path/id`. */
  path: string;
  lines: readonly Line[];
  empty: string;
}

/** Things by name, with their figures of all time. */
export function LinesTable({ caption, path, lines, empty }: LinesTableProps) {
  if (lines.length === 0) return <EmptyTable caption={caption} title={empty} />;
  return (
    <TableRegion caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="text">
            Name
          </th>
          <th scope="col">Average</th>
          <th scope="col">Spins</th>
          <th scope="col">Longest</th>
        </tr>
      </thead>
      <TableRows rows={lines.map((line) => row(path, line))} />
    </TableRegion>
  );
}

function row(path: string, { id, name, spins, averageMs, longestMs }: Line): Markup {
  const average =
    averageMs === null ? html`<td class="none">never spun</td>` : html`<td>${formatSeconds(averageMs)}</td>`;
  return html`<tr><th scope="row"><a href="${path}/${id}">${name}</a></th>${average}
    <td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td></tr>`;
}
