/*
 * How a spinner runs out: dry friction of its bearing, the same at any speed, and a drag that grows with it, so
 * dω/dt = −DRY − DRAG·ω. Solved, not stepped: a page that slept through a run knows what happened meanwhile.
 */

/** Radians per second, lost each second whatever the speed. */
const DRY = 0.35;
/** Share of the speed lost each second. */
const DRAG = 0.012;
/** Where the drag would be as strong as the dry friction, in radians per second. */
const EVEN = DRY / DRAG;

/** Faster than fingers. */
export const FASTEST = 120;
/** Slower than this nothing was flicked. */
export const SLOWEST = 0.6;

/** Seconds until something that turns at `speed` (radians per second, either way) stands still. */
export function secondsToRest(speed: number): number {
  return Math.log(1 + Math.abs(speed) / EVEN) / DRAG;
}

/** Its speed after some seconds, in radians per second, the same way round; 0 once it stands. */
export function speedAfter(speed: number, seconds: number): number {
  if (seconds >= secondsToRest(speed)) return 0;
  return Math.sign(speed) * ((Math.abs(speed) + EVEN) * Math.exp(-DRAG * seconds) - EVEN);
}

/** How far it has turned by then, in radians. */
export function angleAfter(speed: number, seconds: number): number {
  const turning = Math.min(seconds, secondsToRest(speed));
  const gone = ((Math.abs(speed) + EVEN) * (1 - Math.exp(-DRAG * turning))) / DRAG - EVEN * turning;
  return Math.sign(speed) * gone;
}

/** One place of a finger on its way around the axle: `at` in ms, `angle` in radians. */
export interface Sample {
  at: number;
  angle: number;
}

const RECENT_MS = 90;

/** The speed that a finger gave at the end of its way, in radians per second; 0 where it rested before letting go. */
export function flickOf(samples: readonly Sample[], releasedAt: number): number {
  const recent = samples.filter(({ at }) => releasedAt - at <= RECENT_MS);
  const [first, last] = [recent.at(0), recent.at(-1)];
  if (!first || !last || last.at === first.at) return 0;
  const speed = ((last.angle - first.angle) / (last.at - first.at)) * 1_000;
  return Math.max(-FASTEST, Math.min(FASTEST, speed));
}

/** The shorter way from one direction to another, in radians. */
export function turnBetween(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}
