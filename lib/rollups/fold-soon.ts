import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";
import { completeSketches } from "./complete-sketches";
import { fold } from "./fold";

const SOON_MS = 250;
/** Longer than this nothing should wait; the log says so. */
const BEHIND_MS = 10_000;
const LEFTOVERS_EVERY_MS = 60_000;

/** Folding rests this many times as long as it took: the more at once, the less it costs a spin. */
const REST = 9;
const LONGEST_REST_MS = 2_000;

interface Agenda {
  /** Tenants whose folding is due, or under way. */
  due: Set<string>;
  /** When a tenant's folding was last seen to, and when it may be again, by tenant, oldest first. */
  seenTo: Map<string, { at: number; restsUntil: number }>;
}

const MOST_REMEMBERED = 10_000;

/** Has a tenant's batches folded in a moment, by this process, in the background. */
export function foldSoon(at: TenantScope): void {
  const { due, seenTo } = agenda();
  const { id } = at.tenant;
  if (due.has(id)) return;
  due.add(id);
  const wait = Math.max(SOON_MS, (seenTo.get(id)?.restsUntil ?? 0) - Date.now());
  outsideOfScopes(() => setTimeout(() => void foldNow(at), wait).unref());
}

/** The same, once a minute: whoever stored a batch may have died before it was folded. */
export function foldLeftovers(at: TenantScope): void {
  const last = agenda().seenTo.get(at.tenant.id)?.at ?? 0;
  if (Date.now() - last > LEFTOVERS_EVERY_MS) foldSoon(at);
}

async function foldNow(at: TenantScope): Promise<void> {
  const tenant = at.tenant.id;
  const started = Date.now();
  try {
    const folded = await fold(at);
    if (!agenda().seenTo.has(tenant)) await completeSketches(at);
    if (folded && folded.waitedMs > BEHIND_MS) log().warn({ tenant, ...folded }, "folding has fallen behind");
  } catch (error) {
    log().warn({ tenant, err: error }, "folding failed; figures stay exact, and the next spin tries again");
  } finally {
    const { due, seenTo } = agenda();
    due.delete(tenant);
    remember(seenTo, tenant, Date.now() - started);
  }
}

function agenda(): Agenda {
  return processWide("folding", () => ({ due: new Set<string>(), seenTo: new Map() }));
}

function remember(seenTo: Agenda["seenTo"], id: string, tookMs: number): void {
  const now = Date.now();
  seenTo.delete(id);
  seenTo.set(id, { at: now, restsUntil: now + Math.min(REST * tookMs, LONGEST_REST_MS) });
  const [oldest] = seenTo.keys();
  if (seenTo.size > MOST_REMEMBERED && oldest !== undefined) seenTo.delete(oldest);
}
