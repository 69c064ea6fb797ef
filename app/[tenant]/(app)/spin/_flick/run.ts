import { angleAfter, secondsToRest, speedAfter } from "./motion";

/** A run that is going on. Times are Unix time in ms. */
export interface Run {
  /** The spin's id: chosen as it begins, so that sending it twice counts once. */
  id: string;
  spinner: string;
  startedAt: number;
  /** What turns it here; a spinner on the desk has none, and is stopped by hand. */
  flick?: { at: number; speed: number; angle: number };
}

/** A run that is over. */
export interface Finished {
  id: string;
  spinner: string;
  startedAt: number;
  durationMs: number;
}

const DAY_MS = 86_400_000;

/** When it stands by itself, in Unix time in ms; never, on the desk. */
export function restsAt({ flick }: Run): number {
  return flick ? flick.at + secondsToRest(flick.speed) * 1_000 : Number.POSITIVE_INFINITY;
}

/** How long it has run by `now`, in ms. */
export function elapsedMs(run: Run, now: number): number {
  return Math.max(0, Math.min(now, restsAt(run)) - run.startedAt);
}

/** Where it points and how fast it turns, in radians and radians per second; still, on the desk. */
export function turned({ flick }: Run, now: number): { angle: number; speed: number } {
  if (!flick) return { angle: 0, speed: 0 };
  const seconds = Math.max(0, now - flick.at) / 1_000;
  return { angle: flick.angle + angleAfter(flick.speed, seconds), speed: speedAfter(flick.speed, seconds) };
}

/** What it comes to when it is stopped `now`, or stood still before: a spin lasts a millisecond to a day. */
export function finish(run: Run, now: number): Finished {
  const { id, spinner, startedAt } = run;
  return { id, spinner, startedAt, durationMs: Math.max(1, Math.min(DAY_MS, Math.round(elapsedMs(run, now)))) };
}
