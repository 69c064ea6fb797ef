import { log } from "@/lib/log";
import { Connection } from "./connection";
import { primaryAddress } from "./servers";

/** A server that is gone without a word is noticed by a query that misses its deadline. */
const KEEP_ALIVE_MS = 5_000;
const AGAIN_MS = { first: 100, longest: 2_000 };

interface Ears {
  notified: (payload: string) => void;
  /** From now on nothing is missed; what came before may have been. */
  listening: () => void;
}

/**
 * Listens to a channel of the primary's main database on a connection of its own, and again and again when that is
 * lost. Returns what ends it.
 */
export function listen(channel: string, ears: Ears): () => void {
  const stop = new AbortController();
  void keepListening(channel, ears, stop.signal);
  return () => stop.abort();
}

async function keepListening(channel: string, { notified, listening }: Ears, stop: AbortSignal): Promise<void> {
  for (let wait = AGAIN_MS.first; !stop.aborted; wait = Math.min(wait * 2, AGAIN_MS.longest)) {
    const ended = new AbortController();
    const connection = new Connection(primaryAddress(), { notified, ended: () => ended.abort() });
    const discard = () => connection.discard(new Error("nobody listens any more"));
    stop.addEventListener("abort", discard, { once: true });
    try {
      await connection.send(`LISTEN "${channel}"`);
      wait = AGAIN_MS.first;
      listening();
      for (;;) {
        await pause(KEEP_ALIVE_MS, ended.signal);
        await connection.send("SELECT 1");
      }
    } catch (error) {
      if (!stop.aborted) log().warn({ err: error }, "listening broke off, and is tried again");
    }
    stop.removeEventListener("abort", discard);
    connection.discard();
    await pause(wait, stop);
  }
}

/** Returns after `ms`, or as soon as `cut` is. Keeps no process alive. */
function pause(ms: number, cut: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const timer = setTimeout(over, ms).unref();
    cut.addEventListener("abort", over, { once: true });
    if (cut.aborted) over();
    function over() {
      clearTimeout(timer);
      cut.removeEventListener("abort", over);
      wake();
    }
  });
}
