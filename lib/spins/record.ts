import { sql } from "drizzle-orm";
import { AppError } from "@/lib/app-error";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { validate } from "@/lib/validate";
import { RecordSpins } from "./input";
import { type Resolved, resolveOwners } from "./resolve-owners";
import { storeSpins } from "./store";

export interface Recorded {
  accepted: number;
  duplicates: number;
  /** In the order of the request. */
  ids: string[];
}

/**
 * Records 1 to 1,000 spins, all or none, each exactly once: an id that is stored with the same content counts as a
 * duplicate. Throws 422 `invalid` with a fault a row, 409 `spin_conflict` for a known id with other content.
 */
export async function recordSpins(at: TenantScope, input: unknown): Promise<Recorded> {
  at.must("spins:write");
  const { spins } = validate(RecordSpins, input);
  return at.write(async (db) => {
    const resolved = await resolveOwners(db, spins);
    const rows = resolved.map((spin) => ({ ...spin, id: spin.id ?? newId() }));
    const distinct = withoutRepeats(rows);
    const stored = await storeSpins(db, distinct, at.tenant.timeZone);
    await refuseConflicts(
      db,
      distinct.filter((row) => !stored.has(row.id)),
    );
    return { accepted: stored.size, duplicates: rows.length - stored.size, ids: rows.map((row) => row.id) };
  });
}

export type SpinRow = Resolved & { id: string };

/** What a spin says, as read back. */
type Content = { [Field in "personId" | "spinnerId" | "durationMs" | "spunAt"]: unknown };

/** An id twice in a batch counts once. */
function withoutRepeats(rows: SpinRow[]): SpinRow[] {
  const first = new Map<string, SpinRow>();
  for (const row of rows) {
    const known = first.get(row.id);
    if (!known) first.set(row.id, row);
    else if (!sameContent(known, row)) throw conflict(row.id);
  }
  return [...first.values()];
}

/** What was not stored was there before: then it must say the same. */
async function refuseConflicts(db: TenantDb, rows: SpinRow[]): Promise<void> {
  if (rows.length === 0) return;
  const known = await db.execute(sql`
    SELECT id, person_id, spinner_id, duration_ms, to_char(spun_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM spins WHERE tenant_id = ${db.tenantId} AND id = ANY(${pgArray(rows.map((row) => row.id))}::uuid[])`);
  const before = new Map(
    known.map(([id, personId, spinnerId, durationMs, spunAt]) => [id, { personId, spinnerId, durationMs, spunAt }]),
  );
  for (const row of rows) {
    if (!sameContent(before.get(row.id), row)) throw conflict(row.id);
  }
}

/** A time left out says nothing about the time, so a retry without one is the same spin. */
function sameContent(known: Content | undefined, row: SpinRow): boolean {
  return (
    known !== undefined &&
    known.personId === row.personId &&
    known.spinnerId === row.spinnerId &&
    known.durationMs === row.durationMs &&
    (row.spunAt === undefined || known.spunAt === row.spunAt)
  );
}

function conflict(id: string): AppError {
  return new AppError("conflict", "spin_conflict", `The spin ${id} is stored already, with other content.`);
}
