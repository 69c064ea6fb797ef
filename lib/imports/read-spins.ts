import type { Fault } from "@/lib/app-error";
import { type CsvRecord, type Delimiter, readCsv } from "@/lib/csv/read";
import { Pace } from "@/lib/pace";
import type { TenantScope } from "@/lib/tenancy/scope";
import { DerivedIds } from "./derived-ids";
import type { Columns } from "./fields";
import { Owners } from "./owners";
import { type Row, type RowSpin, readRow } from "./read-row";

export interface Mapping {
  delimiter: Delimiter;
  columns: Columns;
}

export interface Batch {
  /** Ready to be recorded, ids and all. */
  spins: (RowSpin & { id: string })[];
  faults: Fault[];
  /** How many rows they come from. */
  rows: number;
  /** How many bytes of the file have been gone through. */
  bytes: number;
}

/** Rows that are read without letting others have a turn: a few milliseconds. */
const SLICE = 250;

/**
 * Reads a file of spins, some hundred rows at a time, and rests in between. Rows that bring no id get one that is
 * theirs for ever. Throws 422 `csv_malformed`.
 */
export async function* readSpins(
  at: TenantScope,
  chunks: AsyncIterable<Uint8Array>,
  { delimiter, columns }: Mapping,
): AsyncGenerator<Batch> {
  const owners = new Owners(at);
  const ids = new DerivedIds();
  for await (const records of slices(readCsv(chunks, delimiter))) {
    const rows = records.map((record) => readRow(record, columns));
    await owners.meet(rows.flatMap(({ spin }) => spin ?? []));
    const ready = rows.map((row) => complete(row, owners, ids));
    yield {
      spins: ready.flatMap(({ spin }) => spin ?? []),
      faults: ready.flatMap(({ faults }) => faults),
      rows: rows.length,
      bytes: records.at(-1)?.bytes ?? 0,
    };
  }
}

interface Ready {
  spin?: RowSpin & { id: string };
  faults: Fault[];
}

function complete({ line, spin, faults }: Row, owners: Owners, ids: DerivedIds): Ready {
  if (!spin) return { faults };
  const [personId, spinnerId] = [owners.person(spin.person), owners.spinner(spin.spinner)];
  if (personId === null || spinnerId === null) {
    const missing = [...(personId === null ? ["person"] : []), ...(spinnerId === null ? ["spinner"] : [])];
    return {
      faults: missing.map((field) => ({
        path: `lines[${line}].${field}`,
        code: `${field}_unknown`,
        message: `there is no such ${field}`,
      })),
    };
  }
  const content = { personId, spinnerId, durationMs: spin.duration_ms, spunAt: spin.spun_at };
  return { spin: { ...spin, person: personId, spinner: spinnerId, id: spin.id ?? ids.next(content) }, faults: [] };
}

/** Records without the header, in slices. */
async function* slices(parsed: AsyncGenerator<CsvRecord[]>): AsyncGenerator<CsvRecord[]> {
  const pace = new Pace();
  let slice: CsvRecord[] = [];
  let skipped = 0;
  for await (const records of parsed) {
    slice.push(...(skipped === 0 ? records.slice(1) : records));
    skipped ||= records.length;
    if (slice.length < SLICE) continue;
    yield slice;
    // While nothing is in hand: what waits through a rest is moved to where memory is freed late.
    slice = [];
    await pace.rest();
  }
  if (slice.length > 0) yield slice;
}
