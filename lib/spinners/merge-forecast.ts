import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import type { Averages } from "@/lib/figures/types";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface MergeForecast {
  from: Averages;
  into: Averages;
  together: Averages;
}

/** What two spinners have come to over all time, and what one of them would after a merge. Throws 403. */
export async function forecastMerge(at: TenantScope, from: string, into: string): Promise<MergeForecast> {
  at.must("spinners:manage");
  const sums = (id: string) => averages(at, ALL_TIME, { kind: "spinner", id });
  const [one, other] = await at.read(() => Promise.all([sums(from), sums(into)]));
  return { from: one, into: other, together: added(one, other) };
}

function added(one: Averages, other: Averages): Averages {
  const [spins, totalMs] = [one.spins + other.spins, one.totalMs + other.totalMs];
  const longest = [one.longestMs, other.longestMs].filter((ms) => ms !== null);
  return {
    spins,
    totalMs,
    averageMs: spins === 0 ? null : Math.round((totalMs / spins) * 1_000) / 1_000,
    longestMs: longest.length === 0 ? null : Math.max(...longest),
  };
}
