import { AppError } from "@/lib/app-error";
import { listen } from "@/lib/db/listen";
import { processWide } from "@/lib/process-wide";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";
import { ALIVE, changeEvent } from "./events";
import { Room } from "./room";
import { CHANNEL, decodeSignals } from "./signal";
import { credentialOf } from "./still-allowed";
import { Viewer } from "./viewer";

/** Streams at once: of the process, of one tenant, of one session or key. */
const MOST = { process: 5_000, tenant: 2_500, actor: 50 };

const ALIVE_EVERY_MS = 15_000;
const LINGER_MS = 10_000;
/** What was announced in this time before `since` may have been on its way then, in ms. */
const ON_ITS_WAY_MS = 1_000;
const REMEMBERED = 10_000;

/** All open streams of a process, by tenant, and the one listener that they share. */
export class Hub {
  readonly #rooms = new Map<string, Room>();
  #streams = 0;
  #closed = false;
  #deafen: (() => void) | undefined;
  #alive: NodeJS.Timeout | undefined;
  #lingering: NodeJS.Timeout | undefined;
  /** From when on it is known when a tenant was last heard of. */
  #knowsSince = Number.POSITIVE_INFINITY;
  readonly #heardAt = new Map<string, number>();

  /**
   * Opens a stream. Who last looked at `since` (Unix time in ms) is told at once if something may have changed after
   * that. Throws 429 `too_many_streams`, 503 `unavailable`.
   */
  open(at: TenantScope, since: number | undefined, hangUp: () => void): ReadableStream<Uint8Array> {
    const { id } = at.tenant;
    this.#refuseTooMany(at);
    const room = this.#rooms.get(id) ?? new Room(at, () => this.#streams);
    this.#rooms.set(id, room);
    const viewer = new Viewer(at, { hangUp, gone: (left) => this.#leave(id, room, left) });
    room.viewers.add(viewer);
    this.#streams++;
    this.#begin();
    if (since !== undefined && this.#mayHaveMissed(id, since)) viewer.send(changeEvent(this.#streams));
    return viewer.body;
  }

  /** Ends all streams, for a process that is about to end, and takes no more. */
  close(): void {
    this.#closed = true;
    for (const room of this.#rooms.values()) room.end();
    this.#stop();
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams;
  }

  #refuseTooMany({ tenant, actor }: TenantScope): void {
    const beside = this.#rooms.get(tenant.id)?.viewers ?? new Set<Viewer>();
    const own = [...beside].filter(({ at }) => credentialOf(at.actor) === credentialOf(actor)).length;
    if (own >= MOST.actor || beside.size >= MOST.tenant) {
      throw new AppError("throttled", "too_many_streams", "Too many streams are open. Please close one.", {
        retryAfter: 10,
      });
    }
    if (!this.#closed && this.#streams < MOST.process) return;
    throw new AppError("unavailable", "unavailable", "The service cannot open a stream just now. Please try again.", {
      retryAfter: 5,
    });
  }

  #leave(tenantId: string, room: Room, viewer: Viewer): void {
    room.viewers.delete(viewer);
    this.#streams--;
    if (room.viewers.size === 0) {
      room.close();
      this.#rooms.delete(tenantId);
    }
    if (this.#streams === 0) this.#lingering = setTimeout(() => this.#stop(), LINGER_MS).unref();
  }

  #begin(): void {
    clearTimeout(this.#lingering);
    this.#deafen ??= outsideOfScopes(() =>
      listen(CHANNEL, { notified: (payload) => this.#hear(payload), listening: () => this.#listening() }),
    );
    this.#alive ??= outsideOfScopes(() => setInterval(() => this.#keepAlive(), ALIVE_EVERY_MS).unref());
  }

  #stop(): void {
    this.#deafen?.();
    clearInterval(this.#alive);
    [this.#deafen, this.#alive] = [undefined, undefined];
    this.#knowsSince = Number.POSITIVE_INFINITY;
    this.#heardAt.clear();
  }

  #keepAlive(): void {
    for (const room of this.#rooms.values()) room.tell(ALIVE);
  }

  #hear(payload: string): void {
    for (const signal of decodeSignals(payload)) {
      this.#rooms.get(signal.tenantId)?.hear(signal);
      if (this.#heardAt.size >= REMEMBERED) this.#forget();
      this.#heardAt.set(signal.tenantId, Date.now());
    }
  }

  /** Something may have been missed: everybody is to look again. */
  #listening(): void {
    this.#forget();
    for (const [tenantId, room] of this.#rooms) room.hear({ tenantId, count: 0, ids: [] });
  }

  #forget(): void {
    this.#heardAt.clear();
    this.#knowsSince = Date.now();
  }

  #mayHaveMissed(tenantId: string, since: number): boolean {
    // Not listening yet: all will be told when that begins.
    if (this.#knowsSince === Number.POSITIVE_INFINITY) return false;
    const from = since - ON_ITS_WAY_MS;
    return from < this.#knowsSince || (this.#heardAt.get(tenantId) ?? 0) > from;
  }
}

/** The hub of this process. */
export function hub(): Hub {
  return processWide("live", () => new Hub());
}
