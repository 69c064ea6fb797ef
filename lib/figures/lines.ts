import { and, sql } from "drizzle-orm";
import { liveRollups } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantDb } from "@/lib/db/tenant-db";
import { cutPage, type Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { ALL_TIME } from "./date-range";
import { type LineOrder, type Listed, type Place, placesBehind } from "./line-places";
import { inRange, rolledUp, summed } from "./rolled";
import type { Averages } from "./types";

export type LineFigures = Omit<Averages, "totalMs">;

export const BY_NAME: LineOrder = { by: "name", descending: false };

/** Which part of a list is asked for. */
export interface Cut {
  limit: number;
  cursor?: string | undefined;
}

const UNSPUN: LineFigures = { spins: 0, averageMs: null, longestMs: null };

/**
 * A page of a list with figures of all time in ms: ids are put in order first, and `read` reads those of the page
 * alone. `name` tells lists apart whose cursors are not each other's. Throws 400 `cursor_invalid`, also for a cursor of
 * another order.
 */
export async function listLines<T extends { id: string }>(
  at: TenantScope,
  listed: Listed & { name: string },
  { limit, cursor }: Cut,
  read: (db: TenantDb, ids: string) => Promise<T[]>,
): Promise<Page<T & LineFigures>> {
  at.must("figures:read");
  const { name, order, kind } = listed;
  const sealedFor = [at.tenant.id, name, order.by, order.descending].join("/");
  const after = cursor === undefined ? undefined : placeOf(readCursor(sealedFor, cursor));
  return at.read(async (db) => {
    const places = await placesBehind(db, listed, after, limit + 1);
    const page = cutPage(sealedFor, places, limit, ({ by, value, id }) => [by, value, id]);
    const ids = pgArray(page.items.map(({ id }) => id));
    const [rows, figures] = await Promise.all([read(db, ids), figuresOf(db, kind, ids)]);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const lines = page.items.flatMap(({ id }) => {
      const row = rowOf.get(id);
      return row ? [{ ...row, ...(figures.get(id) ?? UNSPUN) }] : [];
    });
    return { ...page, items: lines };
  });
}

function placeOf([by = "", value = "", id = ""]: string[]): Place {
  return { by, value, id };
}

async function figuresOf(db: TenantDb, kind: Listed["kind"], ids: string): Promise<Map<string, LineFigures>> {
  const { key } = liveRollups;
  const { spins, averageMs, longestMs } = summed;
  const rows = await db
    .select({ key, spins, averageMs, longestMs })
    .from(liveRollups)
    .where(and(inRange(rolledUp(ALL_TIME, kind)), sql`${key} = ANY(${ids}::uuid[])`))
    .groupBy(key);
  return new Map(rows.map(({ key: id, ...figures }) => [id, figures]));
}
