/** Prints an answer: for a program as JSON, for a person as lines of names and values, or as a table. */
export function print(answer: object | object[], json: boolean | undefined): void {
  if (json) write(JSON.stringify(answer, null, 2));
  else if (!Array.isArray(answer)) write(lines(answer));
  else write(answer.length === 0 ? "none" : table(answer));
}

export function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

function lines(answer: object): string {
  const entries = Object.entries(answer);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${cell(value)}`).join("\n");
}

function table(rows: object[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => cell(Reflect.get(row, name))))];
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cell(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(", ") || "none" : String(value ?? "–");
}
