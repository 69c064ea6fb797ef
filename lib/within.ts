import { setTimeout } from "node:timers/promises";

/** What a promise brings, if it does so within `ms`; undefined if not. Throws what it throws until then. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const waiting = new AbortController();
  try {
    return await Promise.race([promise, setTimeout(ms, undefined, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
