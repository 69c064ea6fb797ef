import { setTimeout as sleep } from "node:timers/promises";
import { AppError, type Fault } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { foldAll } from "@/lib/rollups/fold";
import { tryFoldingLock } from "@/lib/rollups/lock";
import { recordChecked } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { MOST_FAULTS } from "./check";
import { type Mapping, readSpins } from "./read-spins";

export interface RecordedFile {
  rows: number;
  accepted: number;
  duplicates: number;
}

/** Told after every statement how far it is; what it throws ends all. */
export type Watch = (progress: RecordedFile & { bytes: number }) => void;

const LOCK_TRIES = 50;
const TRY_EVERY_MS = 100;

/**
 * Records a whole file inside an open transaction, some hundred rows a statement. Throws 422 `invalid` with the first
 * hundred faults by line, 409 `spin_conflict`, 422 `csv_malformed`.
 */
export async function recordFile(
  at: TenantScope,
  db: TenantDb,
  { chunks, mapping, watch }: { chunks: AsyncIterable<Uint8Array>; mapping: Mapping; watch: Watch },
): Promise<RecordedFile> {
  const done: RecordedFile = { rows: 0, accepted: 0, duplicates: 0 };
  const faults: Fault[] = [];
  for await (const batch of readSpins(at, chunks, mapping)) {
    done.rows += batch.rows;
    faults.push(...batch.faults);
    if (faults.length >= MOST_FAULTS) break;
    if (faults.length === 0) {
      const { accepted, duplicates } = await recordChecked(at, batch.spins);
      done.accepted += accepted;
      done.duplicates += duplicates;
    }
    watch({ ...done, bytes: batch.bytes });
  }
  if (faults.length > 0) {
    throw new AppError("invalid", "invalid", "Some rows are not valid.", { faults: faults.slice(0, MOST_FAULTS) });
  }
  await foldInOneGo(db);
  return done;
}

/**
 * What so many batches add up to, before they are to be seen: dashboards would else read through all of them. The
 * lock is taken last and briefly; whoever has it meanwhile is through in a moment.
 */
async function foldInOneGo(db: TenantDb): Promise<void> {
  for (let time = 0; time < LOCK_TRIES; time++) {
    if (await tryFoldingLock(db)) return foldAll(db);
    await sleep(TRY_EVERY_MS);
  }
}
