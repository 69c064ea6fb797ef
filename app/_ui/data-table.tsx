import { EmptyTable } from "./empty-table";
import type { Markup } from "./markup";
import { type Columns, TableHead } from "./table-head";
import { TableRegion } from "./table-region";
import { TableRows } from "./table-rows";

interface DataTableProps {
  caption: string;
  columns: Columns;
  rows: readonly Markup[];
  /** What stands there instead when there are no rows. */
  empty: string;
}

/** A captioned table of rows that are markup already. */
export function DataTable({ caption, columns, rows, empty }: DataTableProps) {
  if (rows.length === 0) return <EmptyTable caption={caption} title={empty} />;
  return (
    <TableRegion caption={caption}>
      <TableHead {...columns} />
      <TableRows rows={rows} />
    </TableRegion>
  );
}
