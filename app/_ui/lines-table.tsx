import { EmptyTable } from "./empty-table";
import { formatCount, formatSeconds } from "./format";
import { TableRegion } from "./table-region";

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
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`${path}/${line.id}`}>{line.name}</a>
            </th>
            {line.averageMs === null ? <td className="none">never spun</td> : <td>{formatSeconds(line.averageMs)}</td>}
            <td>{formatCount(line.spins)}</td>
            <td>{formatSeconds(line.longestMs)}</td>
          </tr>
        ))}
      </tbody>
    </TableRegion>
  );
}
