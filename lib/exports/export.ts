import { type SQL, sql } from "drizzle-orm";
import { unavailable } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { log } from "@/lib/log";
import { Pace } from "@/lib/pace";
import { conditionsOf, type SpinFilter } from "@/lib/spins/list";
import type { TenantScope } from "@/lib/tenancy/scope";
import { FORMATS, type FormatName } from "./format";
import { oldestAfter } from "./oldest-after";
import { patiently } from "./patient";
import { takeSlot } from "./slots";
import { streamOf, type Write } from "./stream-of";

/** Rows of one query: a few milliseconds of work, then others have a turn. */
const PAGE = 500;

/**
 * The spins that a filter leaves, oldest first, as a file of one snapshot, written as fast as it is read. Throws 404
 * for a spinner or person that is not here, 422 `range_invalid`, 429 `exports_busy`, 503 `unavailable`.
 */
export async function exportSpins(
  at: TenantScope,
  filter: SpinFilter,
  format: FormatName,
): Promise<ReadableStream<Uint8Array>> {
  at.must("figures:read");
  const giveBack = takeSlot(at.tenant.id);
  return streamOf(async (write) => {
    try {
      await writeAll(at, filter, format, write);
    } catch (error) {
      log().info({ tenant: at.tenant.slug, err: error }, "an export ended early");
      throw error;
    } finally {
      giveBack();
    }
  });
}

async function writeAll(at: TenantScope, filter: SpinFilter, format: FormatName, write: Write): Promise<void> {
  let begun = false;
  await at.read(async (db) => {
    // A snapshot that failed half-way is not tried again behind what has been read of it.
    if (begun) throw unavailable(new Error("the snapshot of an export was lost"));
    const chosen = await conditionsOf(at, filter);
    for await (const text of pages(db, chosen, format)) {
      begun = true;
      await patiently(write(Buffer.from(text)), () => db.execute(sql`SELECT`));
    }
  });
}

async function* pages(db: TenantDb, chosen: (SQL | undefined)[], format: FormatName): AsyncGenerator<string> {
  const { head, line } = FORMATS[format];
  const pace = new Pace();
  let rows = await oldestAfter(db, chosen, undefined, PAGE);
  yield head;
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows.map(line).join("");
    await pace.rest();
    rows = rows.length < PAGE ? [] : await oldestAfter(db, chosen, last, PAGE);
  }
}
