import { sql } from "drizzle-orm";
import { notFound } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { ALL_TIME } from "@/lib/figures/date-range";
import { streaksOf } from "@/lib/figures/streaks";
import { trend } from "@/lib/figures/trend";
import type { TenantScope } from "@/lib/tenancy/scope";
import { type Effect, effectOf } from "./effect";
import { getSpin } from "./get";
import type { Spin } from "./types";

/** What a spin has come to for whoever spun it. Times in whole milliseconds. */
export interface Landing extends Effect {
  durationMs: number;
  spinner: { id: string; name: string };
  /** The longest spin of the person, this one included. */
  personalBestMs: number;
  /** The longest without this one; null: there is no other. */
  previousBestMs: number | null;
  /** Days in a row, up to today or yesterday, on which the person spun. */
  streakDays: number;
}

/** What a spin of the acting person's own has come to. Throws 404 for one that is not here, or not theirs. */
export async function landingOf(at: TenantScope, spinId: string): Promise<Landing> {
  at.must("figures:read");
  return at.read(async (db) => {
    const spin = await getSpin(at, spinId);
    const { person, spinner, durationMs } = spin;
    if (at.actor.kind !== "person" || at.actor.id !== person.id) throw notFound();
    const [days, same, effect] = await Promise.all([
      trend(at, ALL_TIME, { kind: "person", id: person.id }),
      sameDay(db, spin),
      effectOf(at, spin),
    ]);
    const others = days.map(({ day, longestMs }) => (day === same.day ? same.longestOtherMs : longestMs));
    const previousBestMs = others.reduce((best, ms) => (ms === null || ms < (best ?? 0) ? best : ms), null);
    const personalBestMs = Math.max(durationMs, previousBestMs ?? 0);
    return { durationMs, spinner, personalBestMs, previousBestMs, streakDays: streaksOf(days).current.days, ...effect };
  });
}

/** The day that a spin is counted on, and the longest other spin of its person's there: sums know but the longest. */
async function sameDay(db: TenantDb, { id, person, spunAt }: Spin) {
  const [row] = await db.execute(sql`
    WITH here AS (
      SELECT time_zone, timezone(time_zone, ${spunAt}::timestamptz)::date AS day
      FROM calendars WHERE tenant_id = ${db.tenantId}
    )
    SELECT day::text, (
      SELECT max(duration_ms) FROM spins
      WHERE tenant_id = ${db.tenantId} AND person_id = ${person.id} AND id <> ${id}
        AND spun_at >= timezone(time_zone, day::timestamp) AND spun_at < timezone(time_zone, day + interval '1 day'))
    FROM here`);
  const [day, longest = null] = row ?? [];
  return { day: String(day), longestOtherMs: longest === null ? null : Number(longest) };
}
