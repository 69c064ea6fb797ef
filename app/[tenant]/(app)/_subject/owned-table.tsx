import { DataTable } from "@/app/_ui/data-table";
import { formatCount, formatDay } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import { today } from "@/lib/figures/date-range";
import type { Owned } from "@/lib/spinners/owners";
import { words } from "@/lib/words/words";

/** How many are shown; one more is to be read, to know whether these are all. */
export const OWNED_SHOWN = 50;

interface OwnedTableProps {
  caption: string;
  /** What it is called where there are more than are shown. */
  captionOfFirst: (count: string) => string;
  /** Where one's own page is: `path/id`. */
  path: string;
  owned: readonly Owned[];
  empty: string;
  timeZone: string;
}

/** Who owns a spinner, or what somebody owns, and since when. */
export function OwnedTable({ caption, captionOfFirst, path, owned, empty, timeZone }: OwnedTableProps) {
  const { lists, subject } = words();
  const rows = owned.slice(0, OWNED_SHOWN).map(({ id, name, since }) => {
    const day = today(timeZone, new Date(since));
    return html`<tr><th scope="row"><a href="${path}/${id}">${name}</a></th><td><time datetime="${day}">${formatDay(day)}</time></td></tr>`;
  });
  return (
    <DataTable
      caption={owned.length > OWNED_SHOWN ? captionOfFirst(formatCount(OWNED_SHOWN)) : caption}
      columns={{ text: [lists.name], figures: [subject.since] }}
      rows={rows}
      empty={empty}
    />
  );
}
