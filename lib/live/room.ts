import { log } from "@/lib/log";
import { findSpins } from "@/lib/spins/find-many";
import { outsideOfScopes, TenantScope } from "@/lib/tenancy/scope";
import { findTenant } from "@/lib/tenants/find";
import { changeEvent, spinsEvent } from "./events";
import { merged, type Signal } from "./signal";
import { credentialOf, stillAllowed } from "./still-allowed";
import type { Viewer } from "./viewer";

/** At most so often viewers are told, and less often where a process has many: each takes its time to be written to. */
const TELL_EVERY_MS = 250;
const PER_STREAM_MS = 0.5;
const RARELY_MS = 1_000;

/** So often it is asked whether viewers still may be here. */
const CHECK_EVERY_MS = 2_000;

/** The open streams of one tenant in this process. Whatever they are told is read in that tenant's scope. */
export class Room {
  readonly viewers = new Set<Viewer>();
  #news: Signal | undefined;
  #telling: NodeJS.Timeout | undefined;
  #toldAt = 0;
  #busy = false;
  readonly #checking = outsideOfScopes(() => setInterval(() => void this.#check(), CHECK_EVERY_MS).unref());

  /** `first` is the scope of the one who opens it; `streams` says how many the process has. */
  constructor(
    private readonly first: TenantScope,
    private readonly streams: () => number,
  ) {}

  /** Takes in that something is new; who watches is told in a moment. */
  hear(signal: Signal): void {
    this.#news = merged(this.#news, signal);
    this.#tellSoon();
  }

  tell(bytes: Uint8Array): void {
    for (const viewer of this.viewers) viewer.send(bytes);
  }

  /** Ends all streams. */
  end(): void {
    for (const viewer of this.viewers) viewer.end();
  }

  /** To be called when the last viewer has left. */
  close(): void {
    clearInterval(this.#checking);
    clearTimeout(this.#telling);
  }

  /** A display hangs in the open: it is told that there are spins, not whose. */
  #tellSpins(spins: Uint8Array, change: Uint8Array): void {
    for (const viewer of this.viewers) viewer.send(viewer.at.actor.kind === "display" ? change : spins);
  }

  #tellSoon(): void {
    if (this.#telling || this.#busy) return;
    const every = Math.min(Math.max(TELL_EVERY_MS, this.streams() * PER_STREAM_MS), RARELY_MS);
    const wait = Math.max(0, this.#toldAt + every - Date.now());
    this.#telling = outsideOfScopes(() => setTimeout(() => void this.#tellNews(), wait).unref());
  }

  /** Reads what is new once for all. What cannot be read now is told after the next check. */
  async #tellNews(): Promise<void> {
    this.#telling = undefined;
    const news = this.#news;
    const [viewer] = this.viewers;
    if (!news || !viewer) return;
    this.#news = undefined;
    this.#toldAt = Date.now();
    this.#busy = true;
    try {
      const at = await this.#here(viewer);
      if (!at) return this.end();
      const spins = await findSpins(at, news.ids);
      const streams = this.streams();
      if (news.count > 0) this.#tellSpins(spinsEvent(news.count, spins, streams), changeEvent(streams));
      else this.tell(changeEvent(streams));
    } catch (error) {
      this.#news = merged(news, this.#news ?? { ...news, count: 0, ids: [] });
      log().warn({ err: error, tenant: this.first.tenant.slug }, "new spins could not be read for those who watch");
      return;
    } finally {
      this.#busy = false;
    }
    if (this.#news) this.#tellSoon();
  }

  /** Ends the streams of those who may not be here any more. */
  async #check(): Promise<void> {
    const [viewer] = this.viewers;
    if (!viewer) return;
    try {
      const at = await this.#here(viewer);
      if (!at) return this.end();
      const asked = [...this.viewers];
      const allowed = await stillAllowed(
        at,
        asked.map(({ at: { actor } }) => actor),
      );
      for (const each of asked) if (!allowed.has(credentialOf(each.at.actor))) each.end();
      if (this.#news) this.#tellSoon();
    } catch (error) {
      log().warn({ err: error, tenant: this.first.tenant.slug }, "whether streams may stay open could not be asked");
    }
  }

  /** A viewer's scope at its tenant as it is now; undefined where that is no longer served at its address. */
  async #here({ at }: Viewer): Promise<TenantScope | undefined> {
    const tenant = await findTenant(at.tenant.slug);
    if (tenant?.id !== at.tenant.id || tenant.status !== "active") return undefined;
    return new TenantScope(tenant, at.actor);
  }
}
