import { unavailable } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { TenantScope } from "@/lib/tenancy/scope";
import { ensureCalendar } from "./ensure-calendar";
import { foldAll } from "./fold";
import { tryFoldingLock } from "./lock";

const PATIENCE_MS = 3_000;
const ASK_EVERY_MS = 50;

/** A week of a large tenant takes longer to count than a page may take to be made. */
const STATEMENT_MS = 60_000;

/** The same scope, whose statements may take a minute. */
export function patiently(at: TenantScope): TenantScope {
  const limits = { ...at.tenant.limits, statementTimeoutMs: STATEMENT_MS };
  return new TenantScope({ ...at.tenant, limits }, at.actor);
}

/**
 * Prepares an open transaction for counting anew: takes the folding lock, folds what waits, and sees to it that the
 * tenant has a calendar. Throws 503 `unavailable` where somebody else counts for longer than 3 s.
 */
export async function beginRecount(at: TenantScope, db: TenantDb): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS;
  while (!(await tryFoldingLock(db))) {
    if (Date.now() > giveUp) throw unavailable(new Error("the folding lock is held"));
    await new Promise((wake) => setTimeout(wake, ASK_EVERY_MS));
  }
  await ensureCalendar(at, db);
  await foldAll(db);
}
