import { and, eq, inArray, lt, or, sql } from "drizzle-orm";
import { imports } from "@/drizzle/tenant/schema";
import { AppError, type Fault } from "@/lib/app-error";
import { log } from "@/lib/log";
import type { TenantScope } from "@/lib/tenancy/scope";
import { running, takeTurn } from "./busy";
import { SILENT } from "./get";
import type { State } from "./types";

export interface Job {
  /** How far it is, for whoever watches. */
  bytes: number;
  rows: number;
  /** Throws where somebody has cancelled it. */
  goOn: () => void;
}

interface Work {
  id: string;
  state: "checking" | "storing";
  /** The states in which it may begin; one that was left in the middle may begin again. */
  from: State[];
  run: (job: Job) => Promise<void>;
}

const TELL_EVERY_MS = 500;

/** Thrown in a job whose import has another state by now. */
export class Cancelled extends Error {}

/**
 * Begins a job on an import; of two that begin at once one does. Returns when it has begun, with a promise of its
 * end. What goes wrong is written into the import. Throws 409 `import_running`.
 */
export async function begin(at: TenantScope, work: Work): Promise<{ over: Promise<void> }> {
  const giveBack = takeTurn("job", at.tenant.id);
  try {
    await claim(at, work);
  } catch (error) {
    giveBack();
    throw error;
  }
  return { over: carryOut(at, work).finally(giveBack) };
}

async function claim(at: TenantScope, { id, state, from }: Work): Promise<void> {
  const left = and(eq(imports.state, state), lt(imports.updatedAt, sql`now() - ${SILENT}`));
  const claimed = await at.write((db) =>
    db
      .update(imports, { state, progress: 0, faults: null, updatedAt: sql`now()` })
      .where(and(eq(imports.id, id), or(inArray(imports.state, from), left)))
      .returning({ id: imports.id }),
  );
  if (claimed.length === 0) throw running();
}

async function carryOut(at: TenantScope, { id, state, run }: Work): Promise<void> {
  let cancelled = false;
  const job: Job = {
    bytes: 0,
    rows: 0,
    goOn: () => {
      if (cancelled) throw new Cancelled();
    },
  };
  // Begun outside of the job's transaction, so that what it says is seen at once, and stands if that is rolled back.
  const telling = setInterval(async () => {
    cancelled = (await tell(at, id, state, job)) === "gone";
  }, TELL_EVERY_MS);
  try {
    await run(job);
  } catch (error) {
    clearInterval(telling);
    if (!(error instanceof Cancelled)) await giveUp(at, id, state, error);
  } finally {
    clearInterval(telling);
  }
}

async function tell(at: TenantScope, id: string, state: State, { bytes, rows }: Job): Promise<"gone" | "told"> {
  try {
    const told = await at.write((db) =>
      db
        .update(imports, { progress: sql`least(${bytes}::bigint, bytes)`, rows, updatedAt: sql`now()` })
        .where(and(eq(imports.id, id), eq(imports.state, state)))
        .returning({ id: imports.id }),
    );
    return told.length === 0 ? "gone" : "told";
  } catch {
    // The database is busy: the job will notice, if it is more than that.
    return "told";
  }
}

async function giveUp(at: TenantScope, id: string, state: State, error: unknown): Promise<void> {
  const meant = error instanceof AppError && error.status < 500;
  if (!meant) log().error({ tenant: at.tenant.slug, import: id, err: error }, "an import failed");
  const faults = meant ? (error.faults ?? [asFault(error)]) : null;
  const next = meant && error.kind === "invalid" ? "faulty" : "failed";
  try {
    await at.write((db) =>
      db
        .update(imports, { state: next, faults, updatedAt: sql`now()` })
        .where(and(eq(imports.id, id), eq(imports.state, state))),
    );
  } catch (raised) {
    log().error({ tenant: at.tenant.slug, import: id, err: raised }, "an import failed, and could not say so");
  }
}

function asFault({ code, detail }: AppError): Fault {
  return { path: "file", code, message: detail };
}
