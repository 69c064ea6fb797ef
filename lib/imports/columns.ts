import { AppError, type Fault } from "@/lib/app-error";
import { type Columns, columnKey, FIELDS, type Field, fieldCalled } from "./fields";

/** What a person said a column is: a field, nothing (leave it out), or not yet. */
export type Choice = Field | "" | undefined;

/** Throws 422 `columns_invalid` for a header that no choice can mend: a name that comes twice, `tenant_id`, no name. */
export function checkHeader(header: readonly string[]): void {
  const keys = header.map(columnKey);
  refuse(
    header.flatMap((name, index): Fault[] => {
      const key = keys[index] ?? "";
      if (key === "tenant_id") return [fault(name, "column_forbidden", "is not a file's to say")];
      return key !== "" && keys.indexOf(key) < index ? [fault(name, "column_doubled", "comes twice")] : [];
    }),
  );
}

/** What the names of columns say they are; of two that are the same field, only the first. */
export function suggestColumns(header: readonly string[]): Choice[] {
  const fields = header.map(fieldCalled);
  return fields.map((field, index) => (fields.indexOf(field) === index ? field : undefined));
}

/** The columns as chosen. Throws 422 `columns_invalid`, by name, for what is missing, doubled or not chosen. */
export function settleColumns(header: readonly string[], choices: readonly Choice[]): Columns {
  const chosen = (field: Field) => choices.filter((choice) => choice === field).length;
  const missing = (["spun_at", "spinner", "person"] as const).filter((field) => chosen(field) === 0);
  const lengths = chosen("duration_ms") + chosen("duration_s");
  refuse([
    ...header.flatMap((name, index) => {
      return choices[index] === undefined ? [fault(name, "column_unknown", "is not a column here")] : [];
    }),
    ...missing.map((field) => fault(field, "column_missing", "is missing")),
    ...(lengths === 0 ? [fault("duration_ms", "column_missing", "is missing")] : []),
    ...(lengths > 1 ? [fault("duration_ms", "column_doubled", "is chosen twice")] : []),
    ...FIELDS.filter((field) => !field.startsWith("duration") && chosen(field) > 1).map((field) =>
      fault(field, "column_doubled", "is chosen twice"),
    ),
  ]);
  return header.map((_, index) => choices[index] || null);
}

function refuse(faults: Fault[]): void {
  if (faults.length === 0) return;
  throw new AppError("invalid", "columns_invalid", "The columns of the file do not fit.", { faults });
}

function fault(name: string, code: string, message: string): Fault {
  return { path: name.trim().slice(0, 120) || "(no name)", code, message };
}
