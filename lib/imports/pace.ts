import { setTimeout as sleep } from "node:timers/promises";

const LONGEST_MS = 50;

/** Leaves the processor to others for as long as it was taken from them. */
export class Pace {
  #since = performance.now();

  /** Waits as long as has passed since the last rest; what was only waited for does not count, if it was excused. */
  async rest(): Promise<void> {
    await sleep(Math.min(performance.now() - this.#since, LONGEST_MS));
    this.#since = performance.now();
  }

  /** Waits for others, such as the database: that takes nothing from anybody. */
  async excused<T>(promise: Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await promise;
    } finally {
      this.#since += performance.now() - started;
    }
  }
}
