import { DataTable } from "@/app/_ui/data-table";
import { formatDateTime } from "@/app/_ui/format";
import { html, type Markup } from "@/app/_ui/markup";
import type { KeyLine } from "@/lib/api-keys/list";

interface KeysTableProps {
  keys: readonly KeyLine[];
  /** IANA name of the zone the times are shown in. */
  timeZone: string;
}

const COLUMNS = { text: ["Name", "Made", "Last used", "State"], figures: [] };

/** What a key's scope lets it do, in words. */
export const MAY = { read: "Read", write: "Read and write" };

/** Keys, each with the way to its end. */
export function KeysTable({ keys, timeZone }: KeysTableProps) {
  const rows = keys.map((key) => row(key, timeZone));
  return <DataTable caption="Keys" columns={COLUMNS} rows={rows} empty="No key yet. Make the first one above." />;
}

function row({ id, name, scope, createdAt, lastUsedAt, revokedAt }: KeyLine, timeZone: string): Markup {
  const when = (time: Date | null) => (time ? moment(time, timeZone) : html`–`);
  const state = revokedAt
    ? html`Revoked ${moment(revokedAt, timeZone)}`
    : html`<a href="/settings/keys/${id}">Revoke<span class="sr-only"> ${name}</span></a>`;
  return html`<tr><th scope="row">${name} <span class="block font-normal text-soft">${MAY[scope]}</span></th>
    <td class="text">${when(createdAt)}</td><td class="text">${when(lastUsedAt)}</td><td class="text">${state}</td></tr>`;
}

function moment(time: Date, timeZone: string): Markup {
  const iso = time.toISOString();
  return html`<time datetime="${iso}">${formatDateTime(iso, timeZone)}</time>`;
}
