import { z } from "zod";
import type { Averages } from "@/lib/figures/types";

/** Spins added up. In bigint: over all tenants a sum may pass what a number holds exactly. */
export interface Sums {
  spins: bigint;
  totalMs: bigint;
  longestMs: number;
}

/** The same as a row of SQL has it, as `spins`, `total_ms` and `longest_ms`. */
export const SumsRow = z.object({ spins: z.coerce.bigint(), total_ms: z.coerce.bigint(), longest_ms: z.number() });

export const NO_SPINS: Sums = { spins: 0n, totalMs: 0n, longestMs: 0 };

export function sumsOf({ spins, total_ms, longest_ms }: z.output<typeof SumsRow>): Sums {
  return { spins, totalMs: total_ms, longestMs: longest_ms };
}

export function add(one: Sums, other: Sums): Sums {
  return {
    spins: one.spins + other.spins,
    totalMs: one.totalMs + other.totalMs,
    longestMs: Math.max(one.longestMs, other.longestMs),
  };
}

/** Sums over counts, rounded once, to three decimals. */
export function figuresOf({ spins, totalMs, longestMs }: Sums): Averages {
  const none = spins === 0n;
  return {
    spins: Number(spins),
    totalMs: Number(totalMs),
    averageMs: none ? null : Number((totalMs * 2_000n + spins) / (2n * spins)) / 1_000,
    longestMs: none ? null : longestMs,
  };
}

/** Orders by average, longest first, without dividing: only equal averages are equal. Both have spins. */
export function byAverage(one: Sums, other: Sums): number {
  const difference = other.totalMs * one.spins - one.totalMs * other.spins;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
