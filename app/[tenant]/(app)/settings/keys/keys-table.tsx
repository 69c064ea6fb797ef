import { DataTable } from "@/app/_ui/data-table";
import { formatDateTime } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import type { KeyLine } from "@/lib/api-keys/list";
import { words } from "@/lib/words/words";

interface KeysTableProps {
  keys: readonly KeyLine[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

/** Keys, each with the way to its end. */
export function KeysTable({ keys, timeZone }: KeysTableProps) {
  const { keys: say, lists } = words();
  const columns = { text: [lists.name, say.made, say.lastUsed, say.state], figures: [] };
  const rows = keys.map((key) => row(key, timeZone));
  return <DataTable caption={say.title} columns={columns} rows={rows} empty={say.none} />;
}

function row({ id, name, scope, createdAt, lastUsedAt, revokedAt }: KeyLine, timeZone: string): Markup {
  const { keys, units } = words();
  const when = (time: Date | null) => (time ? moment(time, timeZone) : html`${units.none}`);
  const state = revokedAt
    ? html`${keys.revokedAt} ${moment(revokedAt, timeZone)}`
    : html`<a href="/settings/keys/${id}">${keys.revoke}<span class="sr-only"> ${name}</span></a>`;
  return html`<tr><th scope="row">${name} <span class="block font-normal text-soft">${keys.may[scope]}</span></th>
    <td class="text">${when(createdAt)}</td><td class="text">${when(lastUsedAt)}</td><td class="text">${state}</td></tr>`;
}

function moment(time: Date, timeZone: string): Markup {
  const iso = time.toISOString();
  return html`<time datetime="${iso}">${formatDateTime(iso, timeZone)}</time>`;
}
