import { notFound, unavailable } from "@/lib/app-error";
import { type Again, NotHome } from "@/lib/db/home";
import { sqlstateOf } from "@/lib/db/sqlstate";
import { findAgain } from "@/lib/tenants/find";
import { isSamePlace } from "./placement";
import type { Tenant } from "./tenant";

/** For how long a change waits for its tenant to settle, and how often it asks, in ms. */
const PATIENCE_MS = 5_000;
const ASK_EVERY_MS = 25;

/** No such table, schema or database: an old place that has been removed. */
const GONE = new Set(["42P01", "3F000", "3D000"]);

export interface At {
  tenant: Tenant;
  /** Set when it has failed for its place before. */
  again?: Again;
}

/**
 * Runs `attempt` where the tenant lives, and goes after it when it has moved meanwhile. While a move holds its
 * changes up, waits outside any transaction. Throws 503 `unavailable` when that takes longer than 5 s.
 */
export function follow<T>(known: Tenant, attempt: (at: At) => Promise<T>): Promise<T> {
  const at = { tenant: known };
  try {
    return attempt(at).catch((error: unknown) => goAfter(at, error, attempt));
  } catch (error) {
    return Promise.reject(error);
  }
}

async function goAfter<T>(first: At, failure: unknown, attempt: (at: At) => Promise<T>): Promise<T> {
  const giveUp = Date.now() + PATIENCE_MS;
  let [at, error] = [first, failure];
  for (;;) {
    const next = await whereNow(at, error);
    if (!next) throw error instanceof NotHome ? notFound() : error;
    if (Date.now() > giveUp) throw unavailable(error);
    if (isSamePlace(at.tenant.placement, next.tenant.placement)) await pause();
    at = next;
    try {
      return await attempt(at);
    } catch (raised) {
      error = raised;
    }
  }
}

/** Where to try again, if it was for the place that the attempt failed. */
async function whereNow({ tenant }: At, error: unknown): Promise<At | undefined> {
  const gone = GONE.has(sqlstateOf(error) ?? "");
  if (!gone && !(error instanceof NotHome)) return undefined;
  if (error instanceof NotHome && error.reason === "frozen") return { tenant, again: {} };
  const now = await findAgain(tenant);
  if (!now) return undefined;
  const stayed = isSamePlace(now.placement, tenant.placement);
  if (gone && stayed) return undefined;
  return { tenant: now, again: { expiredFence: stayed && error instanceof NotHome ? error.expiredFence : undefined } };
}

function pause(): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ASK_EVERY_MS));
}
