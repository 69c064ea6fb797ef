import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plantAlike } from "@/e2e/fixtures/alike";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { scopeNow } from "@/e2e/fixtures/spinning";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { moveTenant } from "@/lib/moves/move";
import { recordSpins } from "@/lib/spins/record";
import type { Architecture } from "@/lib/tenancy/placement";
import { reportAverages } from "./averages";
import { reportLeaderboard } from "./leaderboard";
import { reportLongerSpins } from "./longer-spins";

/* Tenants in all three placements whose spins look alike: names, times, lengths, ids. Every figure is counted by hand. */

const PLACED: [slug: string, placement: Architecture][] = [
  ["shared-one", "shared"],
  ["shared-two", "shared"],
  ["schema-one", "schema"],
  ["schema-two", "schema"],
  ["schema-three", "schema"],
  ["schema-four", "schema"],
  ["schema-five", "schema"],
  ["database-one", "database"],
  ["idle", "schema"],
];
const SPUN = PLACED.length - 1;

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  for (const [slug, placement] of PLACED) {
    const at = await newScope({ slug, placement });
    if (slug !== "idle") await plantAlike(at);
  }
}, 120_000);

afterAll(async () => {
  closePools();
  await server.remove();
});

function slugsOf(rows: { slug: string }[]): string[] {
  return [...new Set(rows.map(({ slug }) => slug))].toSorted();
}

const EVERYBODY = PLACED.map(([slug]) => slug).toSorted();
const SPINNING = EVERYBODY.filter((slug) => slug !== "idle");

describe.each([1, 2, 100])("with %i schemas in a statement", (schemasAtOnce) => {
  test("averages count every spin of every tenant once", async () => {
    const { overall, tenants, missing } = await reportAverages({ schemasAtOnce });
    expect(overall).toEqual({ spins: 4 * SPUN, totalMs: 9_001 * SPUN, averageMs: 2_250.25, longestMs: 4_001 });
    expect(tenants.map(({ slug }) => slug)).toEqual(EVERYBODY);
    for (const { slug, ...figures } of tenants) {
      const own = slug === "idle" ? [0, null] : [4, 2_250.25];
      expect([slug, figures.spins, figures.averageMs]).toEqual([slug, ...own]);
    }
    expect(missing).toEqual([]);
  });

  test("spins that look alike are all there", async () => {
    const { total, spins, missing } = await reportLongerSpins({ longerThanMs: 1_999 }, { schemasAtOnce });
    expect([total, spins.length, missing]).toEqual([3 * SPUN, 3 * SPUN, []]);
    expect(new Set(spins.map(({ tenantId, id }) => `${tenantId} ${id}`)).size).toBe(3 * SPUN);
    expect(spins.map(({ durationMs }) => durationMs)).toEqual([
      ...Array<number>(SPUN).fill(4_001),
      ...Array<number>(2 * SPUN).fill(2_000),
    ]);
    expect(slugsOf(spins)).toEqual(SPINNING);
  });

  test.each(["spinners", "people", "tenants"] as const)("a leaderboard of %s shares its first rank", async (of) => {
    const { entries } = await reportLeaderboard({ of }, { schemasAtOnce });
    expect(entries.map(({ slug }) => slug)).toEqual(SPINNING);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(SPUN);
    for (const entry of entries) expect(entry).toMatchObject({ rank: 1, spins: 4, averageMs: 2_250.25 });
  });
});

test("spins are cut at their limit, and counted beyond it", async () => {
  const { total, spins } = await reportLongerSpins({ longerThanMs: 1_000, limit: 5 });
  expect([total, spins.length]).toEqual([3 * SPUN, 5]);
  expect(spins.map(({ slug }) => slug)).toEqual(SPINNING.slice(0, 5));
  expect((await reportLongerSpins({ longerThanMs: 4_001 })).total).toBe(0);
  expect((await reportLongerSpins({ longerThanMs: 0 })).total).toBe(4 * SPUN);
});

test.each([{ limit: 0 }, { limit: 101 }, { limit: 1.5 }])("a leaderboard refuses %o", async (question) => {
  await expect(reportLeaderboard(question)).rejects.toMatchObject({ code: "invalid" });
});

test("a report is in the operator's log", async () => {
  await reportLeaderboard({ of: "people", limit: 3 }, { who: "operator@test.example" });
  const [row] = await withConnection(
    server.adminUrl,
    (admin) => admin`SELECT what, detail FROM catalog.operator_log WHERE who = 'operator@test.example'`,
  );
  expect(row).toEqual({ what: "report leaderboard", detail: { of: "people", limit: 3 } });
});

test("a tenant that has moved is counted once, though its old copies are still there", async () => {
  const before = await reportAverages();
  for (const to of ["schema", "database", "shared"] as const) {
    await moveTenant((await scopeNow("shared-two")).tenant, { to, server: "primary" }, () => {});
    const after = await reportAverages();
    expect(after.overall).toEqual(before.overall);
    expect(after.tenants.find(({ slug }) => slug === "shared-two")).toMatchObject({ placement: to, spins: 4 });
    expect((await reportLongerSpins({ longerThanMs: 4_000 })).total).toBe(SPUN);
  }
});

test("equals go by address and name, and whoever comes after two firsts is third", async () => {
  const at = await scopeNow("idle");
  await addPerson(at, "other@test.example");
  for (const [spinner, duration_ms] of [
    ["b", 3_000],
    ["a", 3_000],
    ["C", 2_251],
    ["é", 2_250],
  ] as const) {
    await addSpinner(at, spinner);
    await recordSpins(at, { spins: [{ spinner, person: "other@test.example", duration_ms }] });
  }
  const { entries } = await reportLeaderboard({ limit: 5 });
  expect(entries.map(({ rank, slug, name }) => [rank, slug, name])).toEqual([
    [1, "idle", "a"],
    [1, "idle", "b"],
    [3, "idle", "C"],
    [4, "database-one", "PokeSpinner"],
    [4, "schema-five", "PokeSpinner"],
  ]);
  const all = await reportLeaderboard({ limit: 100 });
  expect(all.entries.at(-1)).toMatchObject({ rank: 4 + SPUN, name: "é", tenantId: at.tenant.id });
});
