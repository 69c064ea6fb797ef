import { guardCell } from "./cell";

/** A line of a CSV file (RFC 4180), its end included; cells that a spreadsheet would run are guarded. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(text: string): string {
  const cell = guardCell(text);
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
