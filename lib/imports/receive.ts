import { and, eq, lt, or, sql } from "drizzle-orm";
import { importParts, imports } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { checkUtf8 } from "@/lib/csv/check-utf8";
import { newId } from "@/lib/new-id";
import { Pace } from "@/lib/pace";
import type { TenantScope } from "@/lib/tenancy/scope";
import { takeTurn } from "./busy";
import { checkHeader, settleColumns, suggestColumns } from "./columns";
import { type Head, readHead } from "./head";
import { inParts, readParts } from "./parts";
import type { Mapping } from "./read-spins";

export interface Upload {
  fileName: string;
  chunks: AsyncIterable<Uint8Array>;
}

export interface Received {
  id: string;
  /** Whether its header says what every column is, so that it can be checked at once. */
  isMapped: boolean;
}

export const LARGEST = 500_000_000;

/**
 * Takes a file in, piece by piece as it comes; what is refused or breaks off leaves nothing. Throws 403, 413
 * `too_large`, 422 for what is no CSV in UTF-8 or has a header that nobody can mend, 429 while another comes in.
 */
export async function receiveFile(at: TenantScope, { fileName, chunks }: Upload): Promise<Received> {
  at.must("spins:import");
  const giveBack = takeTurn("upload", at.tenant.id);
  const id = newId();
  try {
    await begin(at, id, fileName);
    try {
      await keepParts(at, id, chunks);
      return { id, isMapped: await lookAtHeader(at, id) };
    } catch (error) {
      await at.write((db) => db.delete(imports).where(eq(imports.id, id)));
      throw error;
    }
  } finally {
    giveBack();
  }
}

/** Files that nobody came back for, and uploads that died with their process, go when a new one comes. */
async function begin(at: TenantScope, id: string, fileName: string): Promise<void> {
  const forgotten = lt(imports.updatedAt, sql`now() - interval '7 days'`);
  const dead = and(eq(imports.state, "uploading"), lt(imports.updatedAt, sql`now() - interval '1 hour'`));
  const createdBy = at.actor.kind === "person" ? at.actor.id : null;
  await at.write(async (db) => {
    await db.delete(imports).where(or(forgotten, dead));
    await db.insert(imports, { id, fileName: tidy(fileName), createdBy, state: "uploading" });
  });
}

async function keepParts(at: TenantScope, id: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const pace = new Pace();
  let [position, bytes] = [0, 0];
  for await (const content of inParts(checkUtf8(chunks))) {
    bytes += content.length;
    if (bytes > LARGEST) throw new AppError("too_large", "too_large", "A file has at most 500 MB.");
    await at.write((db) =>
      Promise.all([
        db.insert(importParts, { importId: id, position, content }),
        db.update(imports, { bytes, updatedAt: sql`now()` }).where(eq(imports.id, id)),
      ]),
    );
    position++;
    await pace.rest();
  }
}

async function lookAtHeader(at: TenantScope, id: string): Promise<boolean> {
  const head = await readHead(readParts(at, id));
  checkHeader(head.header);
  const mapping = mappingOf(head);
  await at.write((db) =>
    db.update(imports, { state: "uploaded", mapping, updatedAt: sql`now()` }).where(eq(imports.id, id)),
  );
  return mapping !== null;
}

/** The mapping that a header gives by itself; null where somebody must choose. */
function mappingOf({ header, delimiter }: Head): Mapping | null {
  try {
    return { delimiter, columns: settleColumns(header, suggestColumns(header)) };
  } catch {
    return null;
  }
}

function tidy(fileName: string): string {
  return (
    fileName
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")
      .trim()
      .slice(-120)
      .toWellFormed() || "spins.csv"
  );
}
