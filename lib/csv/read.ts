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
 * The records of a CSV file, its header among them, some at a time as they come in; empty lines are left out. Throws
 * 422 `csv_malformed`, with the line, for quotes that are not closed or stand where none can.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, delimiter: Delimiter): AsyncGenerator<CsvRecord[]> {
  const parser = new RecordParser({
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // Whoever waits for a piece hears of its error; the stream says it again, to nobody.
  parser.on("error", () => {});
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length; start += SLICE) {
        await parser.parse(chunk.subarray(start, start + SLICE));
        yield parser.takeRecords();
      }
    }
    await parser.finish();
    yield parser.takeRecords();
  } catch (error) {
    throw error instanceof CsvError ? malformed(error, parser.line + 1) : error;
  } finally {
    parser.destroy();
  }
}

/**
 * Keeps records by itself, with the lines they end in, until they are taken: handed on through a stream each would
 * cost more than to parse it.
 */
class RecordParser extends Parser {
  line = 0;
  #records: CsvRecord[] = [];

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null);
    const { lines: line, bytes } = this.info;
    this.line = line;
    this.#records.push({ line, bytes, cells });
    return true;
  }

  takeRecords(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  parse(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => this.write(bytes, (error) => (error ? reject(error) : resolve())));
  }

  finish(): Promise<void> {
    return new Promise((resolve, reject) => this.once("error", reject).once("finish", resolve).end());
  }
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
