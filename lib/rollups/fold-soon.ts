import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";
import { fold } from "./fold";

const SOON_MS = 250;
/** Longer than this nothing should wait; the log says so. */
const BEHIND_MS = 10_000;
const LEFTOVERS_EVERY_MS = 60_000;

interface Agenda {
  /** Tenants whose folding is due, or under way. */
  due: Set<string>;
  /** When a tenant's folding was last seen to, by tenant, oldest first. */
  seenTo: Map<string, number>;
}

const MOST_REMEMBERED = 10_000;

/** Has a tenant's batches folded in a moment, by this process, in the background. */
export function foldSoon(at: TenantScope): void {
  const { due, seenTo } = agenda();
  const { id } = at.tenant;
  if (due.has(id)) return;
  due.add(id);
  remember(seenTo, id);
  outsideOfScopes(() => setTimeout(() => void foldNow(at, due), SOON_MS).unref());
}

/** The same, once a minute: whoever stored a batch may have died before it was folded. */
export function foldLeftovers(at: TenantScope): void {
  const last = agenda().seenTo.get(at.tenant.id) ?? 0;
  if (Date.now() - last > LEFTOVERS_EVERY_MS) foldSoon(at);
}

async function foldNow(at: TenantScope, due: Set<string>): Promise<void> {
  const tenant = at.tenant.id;
  try {
    const folded = await fold(at);
    if (folded && folded.waitedMs > BEHIND_MS) log().warn({ tenant, ...folded }, "folding has fallen behind");
  } catch (error) {
    log().warn({ tenant, err: error }, "folding failed; figures stay exact, and the next spin tries again");
  } finally {
    due.delete(tenant);
  }
}

function agenda(): Agenda {
  return processWide("folding", () => ({ due: new Set<string>(), seenTo: new Map<string, number>() }));
}

function remember(seenTo: Map<string, number>, id: string): void {
  seenTo.delete(id);
  seenTo.set(id, Date.now());
  const [oldest] = seenTo.keys();
  if (seenTo.size > MOST_REMEMBERED && oldest !== undefined) seenTo.delete(oldest);
}
