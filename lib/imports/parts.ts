import { and, eq } from "drizzle-orm";
import { importParts } from "@/drizzle/tenant/schema";
import type { TenantScope } from "@/lib/tenancy/scope";

/**
 * Pieces in which a file is kept: one is in memory at a time. Written out for PostgreSQL it stays below 128 kB, beyond
 * which V8 puts a string where memory is freed late.
 */
const PART_BYTES = 49_152;

/** A file as it was uploaded, piece by piece; inside an open transaction, as that sees it. */
export async function* readParts(at: TenantScope, importId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const here = and(eq(importParts.importId, importId), eq(importParts.position, position));
    const [part] = await at.read((db) => db.select({ content: importParts.content }).from(importParts).where(here));
    if (!part) return;
    yield part.content;
  }
}

/** The same bytes in pieces of one size. */
export async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    const whole = Buffer.concat(waiting);
    const cut = size - (size % PART_BYTES);
    for (let start = 0; start < cut; start += PART_BYTES) yield whole.subarray(start, start + PART_BYTES);
    waiting = [whole.subarray(cut)];
    size -= cut;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
