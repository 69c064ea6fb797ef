import { words } from "@/lib/words/words";
import { formatCount, formatSeconds } from "./format";
import { html, type Markup } from "./markup";

interface Figures {
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

/** The cells of `spinningColumns`, of what may never have spun. */
export function spinningCells({ spins, averageMs, longestMs }: Figures): Markup {
  const average =
    averageMs === null
      ? html`<td class="none">${words().lists.neverSpun}</td>`
      : html`<td>${formatSeconds(averageMs)}</td>`;
  return html`${average}<td>${formatCount(spins)}</td><td>${formatSeconds(longestMs)}</td>`;
}
