/** What a spreadsheet would run, under any number of apostrophes (OWASP, CSV injection). */
const RUNS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A cell as it is exported: one that a spreadsheet would run gets an apostrophe more. */
export function guardCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** Exactly what `guardCell` was given. */
export function bareCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
