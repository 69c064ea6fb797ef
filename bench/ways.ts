import { batchesOf, type NewSpin, type Spread } from "./batches";
import { median } from "./ratio";

export const WRITERS = 8;
/** Batches that writers store between them, each time. */
export const BATCHES = 48;
const ROUNDS = 5;

type Store = (batch: NewSpin[]) => Promise<unknown>;

/** Stores what writers bring, and is through when all of it is folded. */
export interface Way {
  stores: Store[];
  finish: () => Promise<unknown>;
}

/** Seconds until some writers have stored all batches between them, and all is folded. */
export async function write({ stores, finish }: Way, writers: number, spread: Spread): Promise<number> {
  const batches = batchesOf(BATCHES, spread);
  const started = performance.now();
  await Promise.all(
    stores.slice(0, writers).map(async (store) => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) await store(batch);
    }),
  );
  await finish();
  return (performance.now() - started) / 1_000;
}

/** Medians of what is measured in turns, so that what else the machine does falls on all alike. */
export async function inRounds<K extends string>(tasks: Record<K, () => Promise<number>>): Promise<Record<K, number>> {
  const names = Object.keys(tasks) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of names) {
      const seconds = await tasks[name]();
      if (round >= 0) times.get(name)?.push(seconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}
