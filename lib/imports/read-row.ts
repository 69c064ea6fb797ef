import { AppError, type Fault } from "@/lib/app-error";
import { bareCell } from "@/lib/csv/cell";
import type { CsvRecord } from "@/lib/csv/read";
import { SpinInput } from "@/lib/spins/input";
import { parseSeconds } from "@/lib/spins/parse-seconds";
import { validate } from "@/lib/validate";
import type { Columns, Field } from "./fields";

/** A spin of a file: what the API would take, and its time for certain. */
export interface RowSpin extends SpinInput {
  spun_at: string;
}

export interface Row {
  line: number;
  /** Absent where faults say why. */
  spin?: RowSpin;
  faults: Fault[];
}

/** Reads one record by the same rules as the API. Faults name the line: `lines[17].duration_ms`. */
export function readRow({ line, cells }: CsvRecord, columns: Columns): Row {
  if (cells.length !== columns.length) {
    const message = `has ${cells.length} cells where the header has ${columns.length}`;
    return { line, faults: [{ path: `lines[${line}]`, code: "cells_missing", message }] };
  }
  try {
    const { spun_at, ...spin } = validate(SpinInput, inputOf(cells, columns));
    if (spun_at !== undefined) return { line, spin: { ...spin, spun_at }, faults: [] };
    return { line, faults: [{ path: `lines[${line}].spun_at`, code: "required", message: "is required" }] };
  } catch (error) {
    if (!(error instanceof AppError) || !error.faults) throw error;
    return { line, faults: error.faults.map((fault) => ({ ...fault, path: `lines[${line}].${fault.path}` })) };
  }
}

function inputOf(cells: string[], columns: Columns): Partial<Record<Exclude<Field, "duration_s">, unknown>> {
  const input: Partial<Record<Field, unknown>> = {};
  for (const [index, field] of columns.entries()) {
    const cell = bareCell(cells[index] ?? "");
    if (field === null || cell === "") continue;
    input[field] = field === "spun_at" ? cell.trim() : cell;
  }
  const { duration_s, duration_ms, ...rest } = input;
  return {
    ...rest,
    duration_ms: duration_s === undefined ? wholeNumber(duration_ms) : parseSeconds(String(duration_s)),
  };
}

/** A number where the cell is one, so that the API's own words are said about the rest. */
function wholeNumber(cell: unknown): unknown {
  return typeof cell === "string" && /^\s*\d{1,12}\s*$/.test(cell) ? Number(cell) : cell;
}
