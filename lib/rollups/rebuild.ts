import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";
import { addDays } from "@/lib/figures/date-range";
import { ALL_DAYS } from "@/lib/figures/rolled";
import type { TenantScope } from "@/lib/tenancy/scope";
import { beginRecount, patiently } from "./begin-recount";
import { type Difference, differingSketches, differingSums, differingTotals } from "./differences";
import { type Days, recountDays, sumUpDays } from "./recount";

export interface Rebuilt {
  /** How many days were gone through. */
  days: number;
  /** Figures that were kept otherwise than the spins say, the first hundred of each part. There must be none. */
  differences: Difference[];
  /** Days whose sketch was missing or another's. */
  sketches: number;
}

/** Days that one statement goes through. */
const WINDOW = 7;

/**
 * Goes through a tenant's rollups and sketches, counts anew what differs from its spins, and says what did: all in one
 * transaction, so that no reader sees it half done. Recording goes on meanwhile; folding, correcting and removing
 * wait. Throws 503 `unavailable` where somebody else is at it.
 */
export function rebuildRollups(at: TenantScope, tell: (day: string) => void = () => {}): Promise<Rebuilt> {
  at.must("figures:rebuild");
  return patiently(at).write(async (db) => {
    await beginRecount(at, db);
    const result: Rebuilt = { days: 0, differences: [], sketches: 0 };
    for (const days of windows(await extent(db))) {
      const [differences, sketches] = [await differingSums(db, days), await differingSketches(db, days)];
      if (differences.length > 0 || sketches > 0) await recountDays(db, days);
      result.differences.push(...differences);
      result.sketches += sketches;
      result.days += WINDOW;
      tell(days.to);
    }
    const totals = await differingTotals(db);
    const allTime = await differingSketches(db, { from: ALL_DAYS, to: ALL_DAYS });
    if (totals.length + allTime + result.differences.length + result.sketches > 0) await sumUpDays(db);
    return { ...result, differences: [...result.differences, ...totals], sketches: result.sketches + allTime };
  });
}

/** Counts all days of a tenant anew, in the calendar it has by now. */
export async function recountAll(db: TenantDb, tell: (day: string) => void): Promise<void> {
  await db.execute(sql`DELETE FROM rollups WHERE tenant_id = ${db.tenantId}`);
  await db.execute(sql`DELETE FROM sketches WHERE tenant_id = ${db.tenantId}`);
  for (const days of windows(await extent(db))) {
    await recountDays(db, days);
    tell(days.to);
  }
  await sumUpDays(db);
}

/** The first and last day that has spins or figures; undefined without either. */
async function extent(db: TenantDb): Promise<Days | undefined> {
  const zone = sql`(SELECT time_zone FROM calendars WHERE tenant_id = ${db.tenantId})`;
  const [row] = await db.execute(sql`
    SELECT least((SELECT timezone(${zone}, min(spun_at))::date FROM spins WHERE tenant_id = ${db.tenantId}), min(day))::text,
      greatest((SELECT timezone(${zone}, max(spun_at))::date FROM spins WHERE tenant_id = ${db.tenantId}), max(day))::text
    FROM (
      SELECT day FROM rollups WHERE tenant_id = ${db.tenantId} AND grain IN ('day', 'spinner_day', 'person_day')
      UNION ALL SELECT day FROM sketches WHERE tenant_id = ${db.tenantId} AND day > ${ALL_DAYS}::date
    ) AS kept`);
  const [from, to] = row ?? [];
  return typeof from === "string" && typeof to === "string" ? { from, to } : undefined;
}

function windows(extent: Days | undefined): Days[] {
  const all: Days[] = [];
  if (!extent) return all;
  for (let from = extent.from; from <= extent.to; from = addDays(from, WINDOW)) {
    all.push({ from, to: addDays(from, WINDOW - 1) });
  }
  return all;
}
