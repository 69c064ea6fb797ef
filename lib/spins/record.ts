import { sql } from "drizzle-orm";
import { AppError } from "@/lib/app-error";
import { pgArray } from "@/lib/db/pg-array";
import { sqlstateOf } from "@/lib/db/sqlstate";
import type { TenantDb } from "@/lib/db/tenant-db";
import { announceSpins } from "@/lib/live/announce";
import { newId } from "@/lib/new-id";
import { fold } from "@/lib/rollups/fold";
import { foldSoon } from "@/lib/rollups/fold-soon";
import type { TenantScope } from "@/lib/tenancy/scope";
import { validate } from "@/lib/validate";
import { RecordSpins, type SpinInput } from "./input";
import { plainSpins } from "./plain";
import { type Resolved, resolveOwners } from "./resolve-owners";
import { BACKLOG, type How, storeSpins } from "./store";

const UNIQUE_VIOLATION = "23505";

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
  return recordChecked(at, plainSpins(input) ?? validate(RecordSpins, input).spins);
}

/** The same with spins that are known to be well formed. */
export async function recordChecked(at: TenantScope, spins: SpinInput[]): Promise<Recorded> {
  at.must("spins:write");
  const { waiting, ...recorded } = await recordOnce(at, spins);
  announceSpins(at, recorded);
  // Writers that outrun the folding do it themselves: nobody reads through an ever longer backlog.
  if (waiting >= BACKLOG && !at.isOpen) await fold(at);
  else foldSoon(at);
  return recorded;
}

/** Most batches hold nothing that was sent before: the others are stored by a slower statement, at a second try. */
async function recordOnce(at: TenantScope, spins: SpinInput[]): Promise<Recorded & { waiting: number }> {
  const { timeZone } = at.tenant;
  if (at.isOpen) return at.write((db) => record(db, spins, { timeZone, expectNew: false }));
  try {
    return await at.write((db) => record(db, spins, { timeZone, expectNew: true }));
  } catch (error) {
    if (sqlstateOf(error) !== UNIQUE_VIOLATION) throw error;
    return await at.write((db) => record(db, spins, { timeZone, expectNew: false }));
  }
}

async function record(db: TenantDb, spins: SpinInput[], how: How): Promise<Recorded & { waiting: number }> {
  const ids = spins.map((spin) => spin.id ?? newId());
  const first = new Map(ids.map((id, index) => [id, spins[index]] as const).toReversed());
  const repeated = first.size < spins.length;
  if (repeated) refuseRepeats(ids, await resolveOwners(db, spins));

  const rows = [...first].flatMap(([id, spin]) => (spin ? [asRow(id, spin)] : []));
  const { known, stored, waiting } = await storeSpins(db, rows, how);
  if (!known || stored < rows.length) await refuseConflicts(db, ids, await resolveOwners(db, spins));
  return { accepted: stored, duplicates: spins.length - stored, ids, waiting };
}

function asRow(id: string, { person, spinner, duration_ms, spun_at }: SpinInput) {
  return { id, person, spinner, durationMs: duration_ms, spunAt: spun_at };
}

/** What a spin says, as read back. */
type Content = { [Field in "personId" | "spinnerId" | "durationMs" | "spunAt"]: unknown };

/** An id twice in a batch counts once, if it says the same. */
function refuseRepeats(ids: string[], spins: Resolved[]): void {
  const first = new Map<string, Resolved>();
  for (const [index, spin] of spins.entries()) {
    const id = ids[index] ?? "";
    const known = first.get(id);
    if (!known) first.set(id, spin);
    else if (!sameContent(known, spin)) throw conflict(id);
  }
}

/** What is stored under these ids must say the same, or have said so when it was acknowledged. */
async function refuseConflicts(db: TenantDb, ids: string[], spins: Resolved[]): Promise<void> {
  const list = pgArray(ids);
  const rows = await db.execute(sql`
    SELECT id, person_id, spinner_id, duration_ms, to_char(timezone('UTC', spun_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM spins WHERE tenant_id = ${db.tenantId} AND id = ANY(${list}::uuid[])
    UNION ALL
    SELECT id, person_id, spinner_id, duration_ms, to_char(timezone('UTC', spun_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM spin_originals WHERE tenant_id = ${db.tenantId} AND id = ANY(${list}::uuid[])`);
  const said = new Map<unknown, Content[]>();
  for (const [id, personId, spinnerId, durationMs, spunAt] of rows) {
    said.set(id, [...(said.get(id) ?? []), { personId, spinnerId, durationMs, spunAt }]);
  }
  for (const [index, spin] of spins.entries()) {
    const id = ids[index] ?? "";
    if (!said.get(id)?.some((content) => sameContent(content, spin))) throw conflict(id);
  }
}

/** A time left out says nothing about the time, so a retry without one is the same spin. */
function sameContent(known: Content, spin: Resolved): boolean {
  return (
    known.personId === spin.personId &&
    known.spinnerId === spin.spinnerId &&
    known.durationMs === spin.durationMs &&
    (spin.spunAt === undefined || known.spunAt === spin.spunAt)
  );
}

function conflict(id: string): AppError {
  return new AppError("conflict", "spin_conflict", `The spin ${id} is stored already, with other content.`);
}
