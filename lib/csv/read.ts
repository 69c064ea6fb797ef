import { once } from "node:events";
import { CsvError, Parser } from "csv-parse";
import { AppError } from "@/lib/app-error";

export type Delimiter = "," | ";";

export interface CsvRecord {
  /** The line it ends in, from 1. */
  line: number;
  /** How many bytes of the file have been gone through with it. */
  bytes: number;
  cells: string[];
}

/** So many bytes are parsed without letting others have a turn. */
const SLICE = 4_096;
/** Longer than any record of ours: a quote that is never closed is found before the file has been taken in. */
const LONGEST_RECORD = 65_536;

/**
 * The records of a CSV file, its header among them, as they come in; empty lines are left out. Throws 422
 * `csv_malformed`, with the line, for quotes that are not closed or stand where none can.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  const parser = new LineParser({
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const fed = feed(parser, chunks);
  fed.catch((error: Error) => parser.destroy(error));
  try {
    yield* parser;
    await fed;
  } catch (error) {
    throw error instanceof CsvError ? malformed(error, parser.line + 1) : error;
  } finally {
    parser.destroy();
  }
}

/** Ours is asked for the line while it stands there: the parser's own option for that takes as long as parsing. */
class LineParser extends Parser {
  line = 0;

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null);
    const { lines: line, bytes } = this.info;
    this.line = line;
    return super.push({ line, bytes, cells } satisfies CsvRecord);
  }
}

async function feed(parser: Parser, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      if (parser.destroyed) return;
      if (!parser.write(chunk.subarray(start, start + SLICE))) await drained(parser);
    }
  }
  parser.end();
}

async function drained(parser: Parser): Promise<void> {
  if (parser.destroyed || !parser.writableNeedDrain) return;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(parser, "drain", { signal }), once(parser, "close", { signal })]).finally(() =>
    over.abort(),
  );
}

const MESSAGES: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "opens a quote that is never closed",
  CSV_MAX_RECORD_SIZE: "is longer than 64 kB: perhaps a quote is never closed",
};

/** `next` is where the record at fault begins: of one that never ends the parser knows only where it gave up. */
function malformed(error: CsvError, next: number): AppError {
  const known = MESSAGES[error.code];
  const at: unknown = Reflect.get(error, "lines");
  const line = known === undefined && typeof at === "number" ? at : next;
  return csvMalformed(line, known ?? "has a quote where none can stand");
}

/** 422 for a file whose form is at fault in a line. */
export function csvMalformed(line: number, message: string): AppError {
  return new AppError("invalid", "csv_malformed", `Line ${line} ${message}.`, {
    faults: [{ path: `lines[${line}]`, code: "csv_malformed", message }],
  });
}
