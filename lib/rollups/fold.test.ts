import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import type { Rows } from "@/lib/db/connection";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { fold, foldWithin } from "./fold";

async function workshop() {
  const at = await newScope({ timeZone: "America/New_York" });
  for (const name of ["a", "b", "c"]) await addPerson(at, `${name}@test.example`);
  for (const name of ["Comet", "Ninja"]) await addSpinner(at, name);
  return at;
}

/** Some spins of ours, all over a year, of all lengths. */
function someSpins(count: number, seed = 1) {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () => ({
    id: newId(),
    spinner: ["Comet", "Ninja"][next(2)],
    person: `${["a", "b", "c"][next(3)]}@test.example`,
    duration_ms: 1 + Math.round(Math.exp((next(1_000) / 1_000) * Math.log(86_400_000 - 1))),
    spun_at: new Date(Date.UTC(2026, 0, 1) + next(300) * 86_400_000 + next(86_400_000)).toISOString(),
  }));
}

const LIVE = (db: TenantDb) => ({
  rollups: sql`SELECT grain, day::text, key, sum(spins)::text, sum(total_ms)::text, max(longest_ms) FROM live_rollups
    WHERE tenant_id = ${db.tenantId} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  buckets: sql`SELECT day::text, bucket, sum(spins)::text FROM live_buckets
    WHERE tenant_id = ${db.tenantId} GROUP BY 1, 2 ORDER BY 1, 2`,
  hours: sql`SELECT day::text, cell, sum(spins)::text, sum(total_ms)::text FROM live_hours
    WHERE tenant_id = ${db.tenantId} GROUP BY 1, 2 ORDER BY 1, 2`,
  longest: sql`SELECT day, id, ms FROM (SELECT day::text, id, duration_ms AS ms,
      row_number() OVER (PARTITION BY day ORDER BY duration_ms DESC, id) AS place FROM live_longest
      WHERE tenant_id = ${db.tenantId}) AS l WHERE place <= 10 ORDER BY 1, place`,
});

function live(at: TenantScope): Promise<Record<string, Rows>> {
  return at.read(async (db) => {
    const found: Record<string, Rows> = {};
    for (const [name, query] of Object.entries(LIVE(db))) found[name] = await db.execute(query);
    return found;
  });
}

function waiting(at: TenantScope): Promise<number> {
  return at.read(async (db) => {
    const [row] = await db.execute(sql`SELECT count(*) FROM rollup_deltas WHERE tenant_id = ${db.tenantId}`);
    return Number(row?.[0]);
  });
}

test("folding changes no figure, whatever was folded before", async () => {
  const at = await workshop();
  for (const seed of [1, 2, 3]) {
    await recordSpins(at, { spins: someSpins(400, seed) });
    const before = await live(at);
    // In its turn: by now it may be done in the background.
    await at.write(foldWithin);
    expect(await waiting(at)).toBe(0);
    expect(await live(at)).toEqual(before);
    expect(await rollupFaults(at.tenant.id)).toEqual([]);
  }
});

test("of two at once one folds, and each batch is folded once", async () => {
  const at = await workshop();
  for (let batch = 0; batch < 5; batch++) await recordSpins(at, { spins: someSpins(20, batch + 1) });
  const folded = await Promise.all([fold(at), fold(at), fold(at)]);
  expect(folded.reduce((sum, each) => sum + (each?.batches ?? 0), 0)).toBe(5);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("a folding that is undone has taken nothing away", async () => {
  const at = await workshop();
  await recordSpins(at, { spins: someSpins(50) });
  const before = await live(at);
  const attempt = at.write(async (db) => {
    await foldWithin(db);
    throw new Error("killed");
  });
  await expect(attempt).rejects.toThrow("killed");
  expect(await live(at)).toEqual(before);
  expect(await fold(at)).toMatchObject({ spins: 50 });
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("what was recorded is folded by itself in a moment", async () => {
  const at = await workshop();
  await recordSpins(at, { spins: someSpins(10) });
  await expect.poll(() => waiting(at), { timeout: 5_000 }).toBe(0);
});
