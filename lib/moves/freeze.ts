import type { AdminTransaction } from "@/lib/db/admin";
import { type Admin, withConnection } from "@/lib/db/admin";
import { adminUrlOf, type Cluster } from "@/lib/db/cluster";
import { FENCE_SECONDS, freezeKey } from "@/lib/db/home";
import { PRIMARY } from "@/lib/tenancy/placement";
import type { Sides } from "./copy";
import { total } from "./digest";
import type { Move, Progress } from "./journal";
import { sync } from "./sync";

export interface Switched {
  rows: number;
  hash: string;
  freezeMs: number;
}

/** Changes under way end within their statement timeout: longer is not waited for. */
const LOCK_MS = 6_000;
/** After a silence of the mover the database ends the freeze by itself. */
const SILENCE_MS = 60_000;

/**
 * Holds the tenant's changes up, brings over the last of them, compares both sides, and makes the target its home.
 *
 * All of it is one transaction of the source: whoever kills the mover, or cuts its connection, ends the freeze and
 * leaves everything as it was. Its last statement is the fence. Where the catalog is in the same database the switch
 * is part of it; elsewhere the switch follows within moments, or not at all: `follow` lets changes go on at the place
 * that the catalog names when a fence is older than `FENCE_SECONDS`, and the switch is not made so late.
 */
export async function freezeAndSwitch(
  cluster: Cluster,
  move: Move,
  sides: Sides,
  progress: Progress,
): Promise<Switched> {
  const { source, target } = sides;
  const home = adminUrlOf(cluster, { server: PRIMARY, database: undefined });
  const besideCatalog = source.placement.server === PRIMARY && !source.placement.database;
  return withConnection(home, async (catalog) => {
    const started = performance.now();
    let deadline = "infinity";
    const copied = await source.admin.begin(async (sql) => {
      await sql.unsafe(`SET LOCAL lock_timeout = ${LOCK_MS};
        SET LOCAL idle_in_transaction_session_timeout = ${SILENCE_MS};
        SELECT pg_advisory_xact_lock(${freezeKey(move.tenantId)})`);
      const { source: rows } = await sync(sql, source, target);
      await progress("frozen", "alike on both sides");
      await openTarget(target.admin, move);
      if (!besideCatalog) deadline = await deadlineOf(catalog);
      await raiseFence(sql, move);
      const result = { ...total(rows), freezeMs: Math.round(performance.now() - started) };
      if (besideCatalog) await switchHome(sql, move, result, deadline);
      return result;
    });
    if (!besideCatalog) {
      await progress("frozen", "fenced");
      await catalog.begin((sql) => switchHome(sql, move, copied, deadline));
    }
    await progress("switched", `writes waited ${Math.round(performance.now() - started)} ms`);
    return { ...copied, freezeMs: Math.round(performance.now() - started) };
  });
}

/** By the catalog's clock, half the time for which a fence holds. */
async function deadlineOf(catalog: Admin): Promise<string> {
  const [row] = await catalog.unsafe(
    `SELECT (clock_timestamp() + interval '${FENCE_SECONDS / 2} seconds')::text AS deadline`,
  );
  return String(row?.deadline);
}

/** Nobody is sent there yet, and nothing more is to come over. */
async function openTarget(target: Admin, { tenantId }: Move): Promise<void> {
  await target`DELETE FROM moved_away WHERE tenant_id = ${tenantId}`;
}

async function raiseFence(source: AdminTransaction, { tenantId }: Move): Promise<void> {
  await source`
    INSERT INTO moved_away (tenant_id, moved_at) VALUES (${tenantId}, clock_timestamp())
    ON CONFLICT (tenant_id) DO UPDATE SET moved_at = excluded.moved_at, kept = true`;
}

async function switchHome(catalog: AdminTransaction, move: Move, copied: Switched, deadline: string): Promise<void> {
  const { architecture, server } = move.to;
  const switched = await catalog`
    UPDATE catalog.tenants SET placement = ${architecture}, server = ${server}
    WHERE id = ${move.tenantId} AND clock_timestamp() < ${deadline}::text::timestamptz`;
  if (switched.count !== 1) throw new Error("the freeze took too long for its fence");
  await catalog`
    UPDATE catalog.moves SET step = 'switched', switched_at = clock_timestamp(), rows = ${copied.rows},
      freeze_ms = ${copied.freezeMs} WHERE id = ${move.id}`;
}
