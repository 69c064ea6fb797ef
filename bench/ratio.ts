/** Middle of the measurements. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Median time of each task in ms, measured in turns so that what else the machine does falls on all alike. */
export async function timeInTurns<K extends string>(
  tasks: Record<K, () => Promise<unknown>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<K, number>> {
  const names = Object.keys(tasks) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      await tasks[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}

/** One line of a benchmark's answer. */
export function report(what: string, ratio: number, target: string, detail: string): void {
  console.log(`${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)}   target ${target.padEnd(8)} ${detail}`);
}
