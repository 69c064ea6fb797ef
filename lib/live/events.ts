import { spinAnswer } from "@/lib/api/answers";
import type { Spin } from "@/lib/spins/types";

const encoder = new TextEncoder();

/** What a browser waits at most before it comes back, a little different for each, in ms. */
const RETRY_MS = 2_000;

/** How long a process may need for a page of figures: all its viewers are to look again in turns, in ms. */
const PER_STREAM_MS = 15;

export const ALIVE = encoder.encode(": alive\n\n");

/** The first bytes of a stream. */
export function welcome(): Uint8Array {
  const retry = Math.round(RETRY_MS * (0.5 + Math.random() / 2));
  return encoder.encode(`retry: ${retry}\n: open\n\n`);
}

/** New spins, of which some or all are named. */
export function spinsEvent(count: number, spins: Spin[], streams: number): Uint8Array {
  return event("spins", { count, spins: spins.map(spinAnswer), refresh_ms: streams * PER_STREAM_MS });
}

/** Figures are others than before, for whatever reason. */
export function changeEvent(streams: number): Uint8Array {
  return event("change", { refresh_ms: streams * PER_STREAM_MS });
}

function event(name: string, data: object): Uint8Array {
  return encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
