import type { Distribution } from "@/lib/figures/distribution";
import type { Bar } from "@/lib/figures/histogram";
import { words } from "@/lib/words/words";
import { DataTable } from "./data-table";
import { formatCount, formatDuration, formatShare } from "./format";
import { html, type Markup } from "./markup";

interface HistogramTableProps {
  current: Distribution;
  /** The period before, where there is one. */
  previous: Distribution | null;
}

/** How many spins lasted how long, each bar's share beside that of the previous period. */
export function HistogramTable({ current, previous }: HistogramTableProps) {
  const { histogram } = words();
  const most = Math.max(...current.histogram.map(({ spins }) => spins));
  const before = previous && new Map(previous.histogram.map(({ toMs, spins }) => [toMs, spins / previous.spins]));
  const rows = current.histogram.map((bar) => row(bar, { most, all: current.spins }, before));
  const figures = [histogram.spins, histogram.share, ...(before ? [histogram.previous] : [])];
  const columns = { text: [histogram.upTo], figures };
  return <DataTable caption={histogram.title} columns={columns} rows={rows} empty={histogram.empty} />;
}

function row(
  { toMs, spins }: Bar,
  { most, all }: { most: number; all: number },
  before: Map<number, number> | null,
): Markup {
  const bar = html`<svg aria-hidden="true"><rect width="${Math.round((spins / most) * 100)}%" height="100%"/></svg>`;
  const shares = [spins / all, ...(before ? [before.get(toMs) ?? 0] : [])];
  const cells = shares.map((share) => html`<td>${formatShare(share)}</td>`);
  return html`<tr><th scope="row">${formatDuration(toMs)}</th><td>${bar}${formatCount(spins)}</td>${cells}</tr>`;
}
