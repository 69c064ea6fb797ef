import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

const LONGEST_MS = 100;

/**
 * For long work among requests: rests twice as long as the process was busy since the last rest, with this work or
 * with others' requests. Alone it takes a third of a processor; beside others it stands back.
 */
export class Pace {
  #last = performance.eventLoopUtilization();

  async rest(): Promise<void> {
    const { active } = performance.eventLoopUtilization(this.#last);
    await sleep(Math.min(2 * active, LONGEST_MS));
    this.#last = performance.eventLoopUtilization();
  }
}
