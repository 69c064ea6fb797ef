import { notify } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";
import { CHANNEL, encodeSignals, MOST_IDS, merged, type Signal } from "./signal";

/** What happens within one beat is told together: one notification a beat and process, however many spins. */
const BEAT_MS = 150;
const AGAIN_MS = 1_000;
const PATIENCE_MS = 10_000;

interface Agenda {
  /** What is to be told, by tenant. */
  signals: Map<string, Signal>;
  timer: NodeJS.Timeout | undefined;
  /** Since when telling has failed. */
  failingSince: number | undefined;
}

/**
 * Tells open dashboards of new spins, once they are durable, in the background. Never fails. Which of a batch are new
 * is not known where some of it were duplicates: then none is named.
 */
export function announceSpins(at: TenantScope, { accepted, ids }: { accepted: number; ids: string[] }): void {
  if (accepted === 0) return;
  announce(at, { tenantId: at.tenant.id, count: accepted, ids: accepted === ids.length ? ids.slice(0, MOST_IDS) : [] });
}

/** The same for figures that have changed in another way: corrections, removals, imports. */
export function announceChange(at: TenantScope): void {
  announce(at, { tenantId: at.tenant.id, count: 0, ids: [] });
}

function announce(at: TenantScope, signal: Signal): void {
  at.afterCommit(() => {
    const { signals } = agenda();
    signals.set(signal.tenantId, merged(signals.get(signal.tenantId), signal));
    tellIn(BEAT_MS);
  });
}

function tellIn(ms: number): void {
  agenda().timer ??= outsideOfScopes(() => setTimeout(() => void tell(), ms).unref());
}

async function tell(): Promise<void> {
  const { signals, failingSince = Date.now() } = agenda();
  const telling = [...signals.values()];
  signals.clear();
  try {
    await notify(CHANNEL, encodeSignals(telling));
    Object.assign(agenda(), { timer: undefined, failingSince: undefined });
    if (signals.size > 0) tellIn(BEAT_MS);
  } catch (error) {
    // Whoever listens loses its connection too when the server goes, and asks for everything once it is back.
    const givenUp = Date.now() - failingSince > PATIENCE_MS;
    if (givenUp) log().warn({ err: error, tenants: telling.length }, "open dashboards were not told of changes");
    else for (const each of telling) signals.set(each.tenantId, merged(each, signals.get(each.tenantId) ?? none(each)));
    Object.assign(agenda(), { timer: undefined, failingSince: givenUp ? undefined : failingSince });
    if (signals.size > 0) tellIn(AGAIN_MS);
  }
}

function none({ tenantId }: Signal): Signal {
  return { tenantId, count: 0, ids: [] };
}

/** For benchmarks, which measure what it costs. */
export function agenda(): Agenda {
  return processWide("announcing", () => ({
    signals: new Map<string, Signal>(),
    timer: undefined,
    failingSince: undefined,
  }));
}
