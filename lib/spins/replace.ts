import { sql } from "drizzle-orm";
import { AppError, notFound } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { beginRecount } from "@/lib/rollups/begin-recount";
import { recountDays, sumUpDays } from "@/lib/rollups/recount";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { mayChange } from "./may-change";

/** What a spin says. */
export interface Content {
  personId: string;
  spinnerId: string;
  durationMs: number;
  /** RFC 3339. */
  spunAt: string;
}

/**
 * Puts other content in the place of a spin's, or nothing, and counts the days concerned anew. What it said when it was
 * acknowledged is kept, so that its sender's retries go on to be answered alike. `next` is asked inside the
 * transaction. Throws 404, and 403 for a spin of another person's where the actor is no admin.
 */
export async function replaceSpin(
  at: TenantScope,
  id: string,
  next: (before: Content, db: TenantDb) => Promise<Content | null>,
): Promise<void> {
  const wanted = id.toLowerCase();
  if (!isUuid(wanted)) throw notFound();
  await at.write(async (db) => {
    // Who may not hears so before anything is waited for; who may is asked again when nobody else changes anything.
    mustOwn(at, (await readSpin(db, wanted)).personId);
    await beginRecount(at, db);
    const before = await readSpin(db, wanted);
    mustOwn(at, before.personId);
    const after = await next(before, db);
    if (after) mustOwn(at, after.personId);
    await keepOriginal(at, db, wanted, before, after === null);
    if (after) await write(db, wanted, after);
    else await db.execute(sql`DELETE FROM spins WHERE tenant_id = ${db.tenantId} AND id = ${wanted}`);
    for (const day of await daysOf(db, [before, after ?? before])) await recountDays(db, { from: day, to: day });
    await sumUpDays(db);
  });
}

async function readSpin(db: TenantDb, id: string): Promise<Content> {
  const [row] = await db.execute(sql`
    SELECT person_id, spinner_id, duration_ms, to_char(timezone('UTC', spun_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM spins WHERE tenant_id = ${db.tenantId} AND id = ${id}`);
  if (!row) throw notFound();
  const [personId, spinnerId, durationMs, spunAt] = row;
  return {
    personId: String(personId),
    spinnerId: String(spinnerId),
    durationMs: Number(durationMs),
    spunAt: String(spunAt),
  };
}

function mustOwn({ actor }: TenantScope, personId: string): void {
  if (mayChange(actor, personId)) return;
  throw new AppError("forbidden", "forbidden", "Only who spun it, or an admin, may change a spin.");
}

async function keepOriginal(at: TenantScope, db: TenantDb, id: string, was: Content, removed: boolean): Promise<void> {
  const by = at.actor.kind === "person" ? at.actor.id : null;
  await db.execute(sql`
    INSERT INTO spin_originals (tenant_id, id, person_id, spinner_id, duration_ms, spun_at, removed, changed_by)
    VALUES (${db.tenantId}, ${id}, ${was.personId}, ${was.spinnerId}, ${was.durationMs}, ${was.spunAt}, ${removed}, ${by})
    ON CONFLICT (tenant_id, id) DO UPDATE SET
      removed = excluded.removed, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}

async function write(db: TenantDb, id: string, { personId, spinnerId, durationMs, spunAt }: Content): Promise<void> {
  await db.execute(sql`
    INSERT INTO user_spinners (tenant_id, person_id, spinner_id) VALUES (${db.tenantId}, ${personId}, ${spinnerId})
    ON CONFLICT DO NOTHING`);
  await db.execute(sql`
    UPDATE spins SET person_id = ${personId}, spinner_id = ${spinnerId}, duration_ms = ${durationMs}, spun_at = ${spunAt}
    WHERE tenant_id = ${db.tenantId} AND id = ${id}`);
}

/** The days of the tenant's calendar on which these were spun. */
async function daysOf(db: TenantDb, spins: Content[]): Promise<string[]> {
  const rows = await db.execute(sql`
    SELECT DISTINCT timezone(time_zone, t)::date::text
    FROM calendars, unnest(${`{${spins.map(({ spunAt }) => spunAt)}}`}::timestamptz[]) AS t WHERE tenant_id = ${db.tenantId}`);
  return rows.map(([day]) => String(day));
}
