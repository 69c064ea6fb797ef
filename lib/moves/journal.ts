import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { type MOVE_STEPS, moves } from "@/drizzle/catalog/schema";
import { readCatalog, writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";
import { type Placed, type Placement, placementOf } from "@/lib/tenancy/placement";

/* The state of every move, in the catalog: what a move that was killed finds when it is run again. */

export type Step = (typeof MOVE_STEPS)[number];

/** What a move tells while it runs: the step that begins, or how far it is. */
export type Progress = (step: Step, detail?: string) => void | Promise<void>;

export interface Move {
  id: string;
  tenantId: string;
  step: Step;
  from: Placed;
  to: Placed;
  switchedAt: Date | undefined;
  rows: number | undefined;
  freezeMs: number | undefined;
}

/** Steps in which somebody still has something to do. */
const UNFINISHED: Step[] = ["preparing", "copying", "catching_up", "frozen", "switched", "rolling_back"];

export async function beginMove(from: Placement, to: Placement, tenantId: string): Promise<Move> {
  const [row] = await writeCatalog((db) =>
    db
      .insert(moves)
      .values({
        id: newId(),
        tenantId,
        step: "preparing",
        fromPlacement: from.architecture,
        fromServer: from.server,
        toPlacement: to.architecture,
        toServer: to.server,
      })
      .returning(),
  );
  if (!row) throw new Error("the move was not written down");
  return asMove(row);
}

/** Writes down what is done next, before it is done. */
export async function enterStep(move: Move, step: Step, reason?: string): Promise<Move> {
  await writeCatalog((db) => db.update(moves).set({ step, reason }).where(eq(moves.id, move.id)));
  return { ...move, step };
}

/** A tenant's move that was cut off, if there is one. */
export async function unfinishedMove(tenantId: string): Promise<Move | undefined> {
  return (await movesWhere(and(eq(moves.tenantId, tenantId), inArray(moves.step, UNFINISHED))))[0];
}

/** Moves of a tenant whose old copies are still there. */
export function keptMoves(tenantId: string): Promise<Move[]> {
  return movesWhere(and(eq(moves.tenantId, tenantId), eq(moves.step, "kept")));
}

/** Moves of all tenants whose old copies were kept for longer than `days`. */
export function movesKeptFor(days: number): Promise<Move[]> {
  return movesWhere(and(eq(moves.step, "kept"), lt(moves.switchedAt, sql`now() - ${`${days} days`}::interval`)));
}

async function movesWhere(condition: ReturnType<typeof and>): Promise<Move[]> {
  const rows = await readCatalog((db) => db.select().from(moves).where(condition).orderBy(desc(moves.startedAt)));
  return rows.map(asMove);
}

function asMove(row: typeof moves.$inferSelect): Move {
  const { id, tenantId, step } = row;
  return {
    id,
    tenantId,
    step,
    from: { id: tenantId, architecture: row.fromPlacement, server: row.fromServer },
    to: { id: tenantId, architecture: row.toPlacement, server: row.toServer },
    switchedAt: row.switchedAt ?? undefined,
    rows: row.rows ?? undefined,
    freezeMs: row.freezeMs ?? undefined,
  };
}

/** The two places of a move. */
export function placesOf(move: Move): { source: Placement; target: Placement } {
  return { source: placementOf(move.from), target: placementOf(move.to) };
}
