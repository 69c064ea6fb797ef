import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { fold } from "@/lib/rollups/fold";
import { recordSpins } from "@/lib/spins/record";
import { ALL_TIME } from "./date-range";
import { distribution } from "./distribution";
import { histogram } from "./histogram";
import { longestSpins } from "./longest";
import { type Bucket, middleOf, quantile, RELATIVE_ERROR } from "./sketch";

/** As `BUCKET` says it in SQL. */
function bucketOf(ms: number): number {
  return Math.ceil(Math.log(ms) / 0.04000533461369913);
}

function bucketsOf(durations: number[]): Bucket[] {
  const counts = new Map<number, number>();
  for (const ms of durations) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
  return [...counts].map(([bucket, spins]) => ({ bucket, spins })).toSorted((a, b) => a.bucket - b.bucket);
}

const Durations = fc.array(fc.integer({ min: 1, max: 86_400_000 }), { minLength: 1, maxLength: 200 });

test("a quantile is off by two percent at most, whatever the durations", () => {
  fc.assert(
    fc.property(Durations, fc.double({ min: 0, max: 1, noNaN: true }), (durations, q) => {
      const exact = durations.toSorted((a, b) => a - b)[Math.floor(q * (durations.length - 1))] ?? 0;
      const estimate = quantile(bucketsOf(durations), q) ?? 0;
      // Half a millisecond more, for being whole.
      expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR + 0.5);
    }),
  );
});

test("every duration is within two percent of its bucket's middle, and counted by one bar", () => {
  fc.assert(
    fc.property(Durations, (durations) => {
      for (const ms of durations) expect(Math.abs(middleOf(bucketOf(ms)) - ms)).toBeLessThanOrEqual(ms * 0.020_001);
      const bars = histogram(bucketsOf(durations));
      expect(bars.reduce((sum, { spins }) => sum + spins, 0)).toBe(durations.length);
      expect(bars.every(({ overMs, toMs }) => overMs < toMs)).toBe(true);
    }),
  );
});

test("without spins there is nothing to say", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(histogram([])).toEqual([]);
});

describe("of a tenant's spins", () => {
  const DAY = "2026-11-01";
  const durations = Array.from({ length: 200 }, (_, index) => (index + 1) * 1_000);

  async function workshop() {
    const [at, other] = await Promise.all([newScope(), newScope()]);
    for (const each of [at, other]) {
      await addPerson(each);
      await addSpinner(each, "Comet");
    }
    const spin = { spinner: "Comet", person: "someone@test.example" };
    await recordSpins(other, { spins: [{ ...spin, duration_ms: 80_000_000 }] });
    const spins = durations.map((duration_ms, index) => ({
      ...spin,
      duration_ms,
      spun_at: index < 100 ? `${DAY}T12:00:00Z` : "2026-11-02T12:00:00Z",
    }));
    await recordSpins(at, { spins });
    return at;
  }

  test("median, percentile and bars are right, folded or not, and know nothing of other tenants", async () => {
    const at = await workshop();
    for (const folded of [false, true]) {
      if (folded) await fold(at);
      const all = await distribution(at, ALL_TIME);
      expect(all.spins).toBe(200);
      expect(Math.abs((all.medianMs ?? 0) - 100_000)).toBeLessThanOrEqual(2_001);
      expect(Math.abs((all.p95Ms ?? 0) - 190_000)).toBeLessThanOrEqual(3_801);
      expect(all.histogram.find(({ toMs }) => toMs === 100_000)).toMatchObject({ overMs: 70_000, spins: 30 });
      const day = await distribution(at, { from: DAY, to: DAY });
      expect(day.spins).toBe(100);
      expect(Math.abs((day.medianMs ?? 0) - 50_000)).toBeLessThanOrEqual(1_001);
      expect(await distribution(at, { from: "2020-01-01", to: "2020-01-02" })).toEqual({
        spins: 0,
        medianMs: null,
        p95Ms: null,
        histogram: [],
      });
    }
  });

  test("the longest come longest first, folded or not", async () => {
    const at = await workshop();
    for (const folded of [false, true]) {
      if (folded) await fold(at);
      expect((await longestSpins(at, ALL_TIME, 3)).map(({ durationMs }) => durationMs)).toEqual([
        200_000, 199_000, 198_000,
      ]);
      const day = await longestSpins(at, { from: DAY, to: DAY });
      expect(day.map(({ durationMs }) => durationMs)).toEqual(durations.slice(90, 100).toReversed());
      expect(day[0]).toMatchObject({ spinner: { name: "Comet" }, person: { name: "someone" } });
    }
  });
});
