import { AppError } from "@/lib/app-error";
import { type CsvRecord, type Delimiter, readCsv } from "@/lib/csv/read";
import { sniffDelimiter } from "@/lib/csv/sniff-delimiter";
import { inParts } from "./parts";

export interface Head {
  delimiter: Delimiter;
  header: string[];
  /** The first rows. */
  rows: CsvRecord[];
}

const ROWS = 5;

/** What a file begins with. Throws 422 `csv_empty`, `csv_malformed`. */
export async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Head> {
  const [first, again] = await firstOf(chunks);
  const delimiter = sniffDelimiter(first);
  const records: CsvRecord[] = [];
  for await (const some of readCsv(again, delimiter)) {
    if (records.push(...some) > ROWS) break;
  }
  const [header, ...rows] = records.slice(0, ROWS + 1);
  if (!header) throw new AppError("invalid", "csv_empty", "The file is empty.");
  return { delimiter, header: header.cells, rows };
}

/** The same of a file that comes only once, and all of it after that. */
export async function headAndAll(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Head; all: AsyncIterable<Uint8Array> }> {
  const [first, all] = await firstOf(inParts(chunks));
  async function* start() {
    yield first;
  }
  return { head: await readHead(start()), all };
}

/** The first chunk, and all of them from the start. */
async function firstOf(chunks: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { done, value } = await iterator.next();
  const first = done ? new Uint8Array() : value;
  async function* again() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return [first, again()];
}
