import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/lib/new-id";
import type { device } from "../fixtures/ask";

type Client = ReturnType<typeof device>;

const MOST_IN_A_BATCH = 100;
const AGAIN_MS = 50;
/** A writer breathes between two batches: what is tested here is not speed. */
const PAUSE_MS = 40;
const PATIENCE_MS = 60_000;

/** What writers have seen. */
export interface Seen {
  /** Every id that was ever sent. */
  sent: Set<string>;
  /** Those that were answered with 200: on disk, for ever. */
  acknowledged: Set<string>;
  /** How often each status came; 0: the connection broke. */
  statuses: Map<number, number>;
  /** Answers of 503 or 429 without a Retry-After. */
  rude: number;
  longestMs: number;
}

/**
 * Writers that remember what was acknowledged. A batch that fails is sent again, under the same ids, until it is
 * acknowledged; one in ten is given up after its first failure instead, and may be stored or not.
 */
export class Writers {
  readonly seen: Seen = { sent: new Set(), acknowledged: new Set(), statuses: new Map(), rude: 0, longestMs: 0 };
  #running = true;
  readonly #writers: Promise<void>[];

  constructor(
    private readonly client: Client,
    private readonly names: { spinners: string[]; people: string[] },
    count: number,
  ) {
    this.#writers = Array.from({ length: count }, () => this.#write());
  }

  /** Lets every writer finish its batch. */
  async stop(): Promise<Seen> {
    this.#running = false;
    await Promise.all(this.#writers);
    return this.seen;
  }

  async #write(): Promise<void> {
    while (this.#running) {
      const spins = Array.from({ length: 1 + Math.floor(Math.random() * MOST_IN_A_BATCH) }, () => this.#spin());
      for (const { id } of spins) this.seen.sent.add(id);
      const giveUp = Date.now() + PATIENCE_MS;
      const faint = Math.random() < 0.1;
      while (!(await this.#send(spins)) && !faint) {
        if (Date.now() > giveUp) throw new Error("a batch was not acknowledged within a minute");
        await sleep(AGAIN_MS);
      }
      await sleep(PAUSE_MS);
    }
  }

  async #send(spins: { id: string }[]): Promise<boolean> {
    const started = performance.now();
    const { status, retryAfter } = await this.client
      .post("/spins", { spins })
      .then(({ status, headers }) => ({ status, retryAfter: headers["retry-after"] }))
      .catch(() => ({ status: 0, retryAfter: undefined }));
    const { seen } = this;
    seen.longestMs = Math.max(seen.longestMs, performance.now() - started);
    seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
    if ((status === 503 || status === 429) && retryAfter === undefined) seen.rude++;
    if (status === 200) for (const { id } of spins) seen.acknowledged.add(id);
    return status === 200;
  }

  #spin() {
    return {
      id: newId(),
      spinner: oneOf(this.names.spinners),
      person: oneOf(this.names.people),
      duration_ms: 1 + Math.floor(Math.random() * 600_000),
      spun_at: new Date(Date.now() - Math.floor(Math.random() * 30 * 86_400_000)).toISOString(),
    };
  }
}

function oneOf(names: string[]): string {
  return names[Math.floor(Math.random() * names.length)] ?? "";
}
