import { expect, test } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, adminUrl, newScope } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, readCluster } from "@/lib/db/cluster";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { distribution } from "@/lib/figures/distribution";
import { hours } from "@/lib/figures/hours";
import { trend } from "@/lib/figures/trend";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import { removeSpin } from "@/lib/spins/remove";
import type { TenantScope } from "@/lib/tenancy/scope";
import { changeZone } from "./change-zone";
import { completeSketches } from "./complete-sketches";
import { fold } from "./fold";
import { rebuildRollups } from "./rebuild";

async function workshop(times: string[]) {
  const at = await newScope({ timeZone: "UTC" });
  await addPerson(at);
  await addSpinner(at, "Comet");
  await recordSpins(at, { spins: times.map((spun_at, index) => spin(spun_at, index + 1)) });
  return at;
}

function spin(spun_at: string, seconds = 1) {
  return { spinner: "Comet", person: "someone@test.example", duration_ms: seconds * 1_000, spun_at };
}

/** Changes rows behind the product's back. */
async function tamper(at: TenantScope, statement: string): Promise<void> {
  const { placement, id } = at.tenant;
  const url = adminUrlOf(await readCluster(adminUrl()), placement);
  await withConnection(url, (admin) =>
    admin.unsafe(`SET search_path = "${placement.schema}"; ${statement.replaceAll("$tenant", `'${id}'`)}`),
  );
}

test.each([
  ["a sum", "UPDATE rollups SET total_ms = total_ms + 1 WHERE tenant_id = $tenant AND grain = 'person_day'"],
  ["a day", "DELETE FROM rollups WHERE tenant_id = $tenant AND grain = 'day'"],
  ["a total", "UPDATE rollups SET longest_ms = 1 WHERE tenant_id = $tenant AND grain = 'total'"],
  ["a day that has none", "UPDATE rollups SET day = day + 400 WHERE tenant_id = $tenant AND grain = 'spinner_day'"],
])("%s that is wrong is found, said and put right", async (_, damage) => {
  const at = await workshop(["2026-01-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
  await fold(at);
  expect((await rebuildRollups(at)).differences).toEqual([]);
  await tamper(at, damage);
  expect((await rebuildRollups(at)).differences).not.toEqual([]);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
  expect((await rebuildRollups(at)).differences).toEqual([]);
});

test("sketches from before there were any are made", async () => {
  const at = await workshop(["2026-01-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
  await fold(at);
  await tamper(at, "DELETE FROM sketches WHERE tenant_id = $tenant; DELETE FROM calendars WHERE tenant_id = $tenant");
  expect(await completeSketches(at)).toBe(true);
  expect(await completeSketches(at)).toBe(false);
  expect(await rebuildRollups(at)).toMatchObject({ differences: [], sketches: 0 });
  expect((await distribution(at, ALL_TIME)).spins).toBe(2);
});

test("sketches from before they knew hours learn them, and a fold meanwhile does not hide that", async () => {
  const at = await workshop(["2026-01-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
  await fold(at);
  await tamper(at, "UPDATE sketches SET cells = '{}', cell_spins = '{}', cell_ms = '{}' WHERE tenant_id = $tenant");
  expect(await hours(at, ALL_TIME)).toEqual([]);
  await recordSpins(at, { spins: [spin("2026-03-01T12:30:00Z", 3)] });
  await fold(at);
  expect(await completeSketches(at)).toBe(true);
  expect(await completeSketches(at)).toBe(false);
  expect(await hours(at, ALL_TIME)).toEqual([
    { weekday: 4, hour: 12, spins: 1, totalMs: 1_000 },
    { weekday: 7, hour: 12, spins: 2, totalMs: 5_000 },
  ]);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("a spin can be removed while sketches know no hours yet", async () => {
  const at = await workshop(["2026-01-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
  await fold(at);
  await tamper(at, "UPDATE sketches SET cells = '{}', cell_spins = '{}', cell_ms = '{}' WHERE tenant_id = $tenant");
  const [newest] = (await listSpins(at, ALL_TIME, { limit: 1 })).items;
  await removeSpin(at, newest?.id ?? "");
  expect(await completeSketches(at)).toBe(true);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("another zone's days are counted anew, daylight saving and the turn of the year included", async () => {
  const times = ["2026-01-01T03:00:00Z", "2026-03-29T00:30:00Z", "2026-03-29T22:30:00Z", "2026-11-02T04:30:00Z"];
  const at = await workshop(times);
  expect(await changeZone(at, "America/New_York")).toBe(true);
  await recordSpins(at, { spins: [spin("2026-11-02T05:30:00Z")] });
  const counts = async (from: string, to: string) => (await trend(at, { from, to })).map(({ spins }) => spins);
  expect(await counts("2025-12-31", "2026-01-01")).toEqual([1, 0]);
  expect(await counts("2026-03-28", "2026-03-29")).toEqual([1, 1]);
  expect(await counts("2026-11-01", "2026-11-02")).toEqual([1, 1]);
  expect((await averages(at, ALL_TIME)).spins).toBe(5);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
  expect(await changeZone(at, "America/New_York")).toBe(false);
});

test("whoever reads while the zone changes sees the old days or the new ones", async () => {
  const at = await workshop(["2026-05-02T02:00:00Z", "2026-05-03T02:00:00Z"]);
  const seen = new Set<string>();
  let over = false;
  const reader = (async () => {
    while (!over) {
      const days = await trend(at, { from: "2026-05-01", to: "2026-05-03" });
      seen.add(days.map(({ spins }) => spins).join());
    }
  })();
  for (const zone of ["America/New_York", "UTC", "America/New_York"]) await changeZone(at, zone);
  over = true;
  await reader;
  expect([...seen].filter((days) => !["0,1,1", "1,1,0"].includes(days))).toEqual([]);
});

test("recording goes on while figures are counted anew", async () => {
  const at = await workshop(Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2026, 4, 1 + day)).toISOString()));
  const recorded = Array.from({ length: 20 }, () => recordSpins(at, { spins: [spin("2026-05-10T12:00:00Z")] }));
  await Promise.all([rebuildRollups(at), changeZone(at, "Asia/Tokyo"), ...recorded]);
  expect((await averages(at, ALL_TIME)).spins).toBe(50);
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});
