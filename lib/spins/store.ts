import { sql } from "drizzle-orm";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import { isUuid } from "@/lib/tenancy/placement";
import { nameKey } from "@/lib/text";
import { shareNames } from "./names-lock";

/** A spin as it is sent to be stored: `person` an id or e-mail address, `spinner` an id or name. */
export interface NewSpin {
  id: string;
  person: string;
  spinner: string;
  durationMs: number;
  /** RFC 3339; undefined: now. */
  spunAt: string | undefined;
}

export interface Stored {
  /** Whether everybody and everything named is here; if not, nothing was stored. */
  known: boolean;
  /** How many of the ids were new. */
  stored: number;
  /** How many batches wait to be folded, this one aside, counted no further than `BACKLOG`. */
  waiting: number;
}

export interface How {
  timeZone: string;
  /** Ids are taken to be new, which is a fifth faster; one that is not fails the transaction with 23505. */
  expectNew: boolean;
}

/** So many unfolded batches are too many: whoever sees them folds before anything else. */
export const BACKLOG = 200;

/**
 * Stores the spins whose ids are new, the pairs of person and spinner that they bring, and the batch for the rollups,
 * all in one statement that needs to know nothing beforehand. Ids must be distinct. They are inserted in their
 * order, so writers side by side wait but never deadlock. What is named by an alias goes to the spinner behind it.
 */
export async function storeSpins(db: TenantDb, spins: NewSpin[], { timeZone, expectNew }: How): Promise<Stored> {
  const [people, spinners] = [
    numbered(spins.map(({ person }) => person)),
    numbered(spins.map(({ spinner }) => spinner)),
  ];
  const sorted = spins.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const tenant = sql`${db.tenantId}::uuid`;
  const sharing = shareNames(db, [...people.keys(), ...spinners.keys()]);
  const storing = db.execute(sql`
    WITH person AS (
      SELECT n.at, coalesce(i.id, e.id) AS id
      FROM unnest(${pgArray(people.keys())}::text[], ${ids(people.keys())}::uuid[]) WITH ORDINALITY AS n(name, id, at)
      LEFT JOIN people i ON i.tenant_id = ${db.tenantId} AND i.id = n.id
      LEFT JOIN people e ON e.tenant_id = ${db.tenantId} AND e.email = n.name
    ), spinner AS (
      SELECT n.at, coalesce(i.merged_into, i.id, e.merged_into, e.id) AS id
      FROM unnest(${pgArray([...spinners.keys()].map(nameKey))}::text[], ${ids(spinners.keys())}::uuid[]) WITH ORDINALITY AS n(name, id, at)
      LEFT JOIN spinners i ON i.tenant_id = ${db.tenantId} AND i.id = n.id
      LEFT JOIN spinners e ON e.tenant_id = ${db.tenantId} AND e.name_key = n.name
    ), known AS (
      SELECT bool_and(id IS NOT NULL) AS yes FROM (TABLE person UNION ALL TABLE spinner) AS named
    ), given AS (
      SELECT g.id, p.id AS person_id, s.id AS spinner_id, g.duration_ms,
        coalesce(g.spun_at, date_trunc('milliseconds', now())) AS spun_at
      FROM unnest(
        ${`{${sorted.map((spin) => spin.id)}}`}::uuid[],
        ${`{${sorted.map((spin) => people.get(spin.person))}}`}::int[],
        ${`{${sorted.map((spin) => spinners.get(spin.spinner))}}`}::int[],
        ${`{${sorted.map((spin) => spin.durationMs)}}`}::int[],
        ${`{${sorted.map((spin) => spin.spunAt ?? "NULL")}}`}::timestamptz[]
      ) AS g(id, person, spinner, duration_ms, spun_at)
      JOIN person p ON p.at = g.person
      JOIN spinner s ON s.at = g.spinner
      WHERE (SELECT yes FROM known) AND NOT EXISTS (
        SELECT 1 FROM spin_originals o WHERE o.tenant_id = ${db.tenantId} AND o.id = g.id AND o.removed)
    ), zoned AS (
      INSERT INTO calendars (tenant_id, time_zone) SELECT ${tenant}, ${timeZone}::text ON CONFLICT DO NOTHING
    ), owned AS (
      INSERT INTO user_spinners (tenant_id, person_id, spinner_id)
      SELECT ${tenant}, person_id, spinner_id
      FROM (SELECT DISTINCT person_id, spinner_id FROM given) AS pair
      WHERE NOT EXISTS (
        SELECT 1 FROM user_spinners u
        WHERE u.tenant_id = ${db.tenantId} AND u.person_id = pair.person_id AND u.spinner_id = pair.spinner_id)
      ORDER BY person_id, spinner_id
      ON CONFLICT DO NOTHING
    ), stored AS (
      INSERT INTO spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at)
      SELECT ${tenant}, id, person_id, spinner_id, duration_ms, spun_at FROM given ORDER BY id
      ${expectNew ? sql`` : sql`ON CONFLICT DO NOTHING`}
      RETURNING id, person_id, spinner_id, duration_ms, spun_at
    ), batch AS (
      INSERT INTO rollup_deltas (tenant_id, id, spin_ids, person_ids, spinner_ids, durations_ms, spun_ats)
      SELECT ${tenant}, ${newId()}::uuid, array_agg(id), array_agg(person_id), array_agg(spinner_id),
        array_agg(duration_ms), array_agg(spun_at)
      FROM stored HAVING count(*) > 0
    )
    SELECT (SELECT yes FROM known), (SELECT count(*) FROM stored),
      (SELECT count(*) FROM (SELECT 1 FROM rollup_deltas WHERE tenant_id = ${db.tenantId} LIMIT ${BACKLOG}) AS waiting)`);
  const [, [row]] = await Promise.all([sharing, storing]);
  const [known, stored, waiting] = row ?? [];
  return { known: known === true, stored: Number(stored), waiting: Number(waiting) };
}

/** Distinct names in order, each with its number from 1. */
function numbered(names: string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  return numbers;
}

/** What among names may be an id. */
function ids(names: Iterable<string>): string {
  return `{${[...names].map((name) => (isUuid(name) ? name : "NULL"))}}`;
}
