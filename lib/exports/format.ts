import { csvLine } from "@/lib/csv/line";

/** A spin as files have it: people by e-mail address, spinners by name. */
export interface ExportedSpin {
  id: string;
  /** RFC 3339 in UTC, whole milliseconds. */
  spunAt: string;
  spinner: string;
  person: string;
  durationMs: number;
}

interface Format {
  type: string;
  /** What stands before everything. */
  head: string;
  line: (spin: ExportedSpin) => string;
}

export const FORMATS = {
  csv: {
    type: "text/csv",
    head: csvLine(["id", "spun_at", "spinner", "person", "duration_ms"]),
    line: ({ id, spunAt, spinner, person, durationMs }) => csvLine([id, spunAt, spinner, person, String(durationMs)]),
  },
  ndjson: {
    type: "application/x-ndjson",
    head: "",
    line: ({ id, spunAt, spinner, person, durationMs }) =>
      `${JSON.stringify({ id, spun_at: spunAt, spinner, person, duration_ms: durationMs })}\n`,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
