import { DataTable } from "@/app/_ui/data-table";
import { formatDateTime } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import { linkOf } from "@/lib/walls/link";
import type { Wall } from "@/lib/walls/wall";
import { words } from "@/lib/words/words";

interface WallsTableProps {
  tenantId: string;
  walls: readonly Wall[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

/** Displays, each with its link and the way to its end. */
export function WallsTable({ tenantId, walls, timeZone }: WallsTableProps) {
  const { walls: say, lists } = words();
  const columns = { text: [lists.name, say.shows, say.link, say.state], figures: [] };
  const rows = walls.map((wall) => row(wall, `/wall?link=${linkOf(tenantId, wall.id)}`, timeZone));
  return <DataTable caption={say.title} columns={columns} rows={rows} empty={say.none} />;
}

function row({ id, name, board, names, days, revokedAt }: Wall, link: string, timeZone: string): Markup {
  const { walls, units } = words();
  const shows = `${walls.boards[board]}, ${walls.dayKinds[days]}, ${walls.nameKinds[names].toLowerCase()}`;
  const ended = revokedAt && walls.revokedAt(formatDateTime(revokedAt.toISOString(), timeZone));
  const open = ended
    ? html`${units.none}`
    : html`<a href="${link}" aria-label="${walls.openNamed(name)}">${walls.open}</a>`;
  const state = ended
    ? html`${ended}`
    : html`<a href="/settings/walls/${id}">${walls.revoke}<span class="sr-only"> ${name}</span></a>`;
  return html`<tr><th scope="row">${name}</th><td class="text">${shows}</td><td class="text">${open}</td><td class="text">${state}</td></tr>`;
}
