import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { plantAlike } from "@/e2e/fixtures/alike";
import { run } from "@/e2e/fixtures/run";
import { newScope } from "@/e2e/fixtures/tenants";
import { type TwoServers, twoServers } from "@/e2e/fixtures/two-servers";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import { withConnection } from "@/lib/db/admin";
import type { Architecture } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { reportAverages } from "./averages";
import { reportLeaderboard } from "./leaderboard";
import { reportLongerSpins } from "./longer-spins";

/* The command, where a placement is down: a server of a tenant's own, a table of a schema. */

const AddressInfo = z.object({ port: z.number() });

let servers: TwoServers;
const scopes = new Map<string, TenantScope>();

beforeAll(async () => {
  servers = await twoServers();
  await add("shared-one", "shared");
  for (const slug of ["schema-one", "schema-two", "schema-three"]) await add(slug, "schema");
  await add("near", "database");
  await add("far", "database", "second");
}, 120_000);

afterAll(() => servers?.remove());

async function add(slug: string, placement: Architecture, server = "primary"): Promise<void> {
  const at = await newScope({ slug, placement, server });
  await plantAlike(at);
  scopes.set(slug, at);
}

function spinctl(...args: string[]) {
  return run(["lib/cli/spinctl.mjs", "report", ...args], {
    DATABASE_URL: "",
    ADMIN_DATABASE_URL: servers.primary.adminUrl,
  });
}

async function report(...args: string[]) {
  const { status, output } = await spinctl(...args, "--json");
  return { status, ...JSON.parse(output) };
}

test("all there: every report is whole and ends with 0", async () => {
  const { status, overall, tenants, missing } = await report("averages");
  expect([status, missing]).toEqual([0, []]);
  expect(overall).toEqual({ spins: 24, total_ms: 54_006, average_ms: 2_250.25, longest_ms: 4_001 });
  expect(tenants).toContainEqual(
    expect.objectContaining({ slug: "far", server: "second", id: scopes.get("far")?.tenant.id, spins: 4 }),
  );
  expect(await report("spins", "--longer-than", "4")).toMatchObject({ status: 0, total: 6, missing: [] });
  const board = await report("leaderboard", "--of", "people", "--limit", "2");
  expect(board.entries).toEqual([
    expect.objectContaining({ rank: 1, slug: "far", tenant_id: scopes.get("far")?.tenant.id, average_ms: 2_250.25 }),
    expect.objectContaining({ rank: 1, slug: "near" }),
  ]);
}, 60_000);

test.each([
  [["spins"], "--longer-than"],
  [["spins", "--longer-than", "-1"], "seconds"],
  [["spins", "--longer-than", "1.0001"], "seconds"],
  [["spins", "--longer-than", "1e3"], "seconds"],
  [["spins", "--longer-than", "1", "--limit", "1001"], "limit"],
  [["leaderboard", "--of", "moons"], "--of"],
  [["leaderboard", "--limit", "0"], "whole number"],
  [["leaderboard", "--limit", "101"], "limit"],
])("%j is wrong use", async (args, says) => {
  const ran = await spinctl(...args);
  expect([ran.status, ran.errors]).toEqual([2, expect.stringContaining(says)]);
});

test("a server that is down is missing, with a reason that tells nothing; back, it counts again", async () => {
  await (await embeddedPostgres(servers.second.dataDir)).stop();
  const { status, overall, tenants, missing } = await report("averages");
  expect([status, overall.spins, tenants.length]).toEqual([1, 20, 5]);
  expect(missing).toEqual([
    {
      id: scopes.get("far")?.tenant.id,
      slug: "far",
      placement: "database",
      server: "second",
      reason: expect.stringMatching(/^[a-z ]+$/),
    },
  ]);
  const words = await spinctl("spins", "--longer-than", "3.999");
  expect([words.status, words.output]).toEqual([1, expect.stringContaining("5 in all")]);
  expect(words.errors).toMatch(/^missing: far \([0-9a-f-]{36}\), database on second: [a-z ]+\n$/);

  await embeddedPostgres(servers.second.dataDir);
  expect(await report("averages")).toMatchObject({ status: 0, overall: { spins: 24 }, missing: [] });
}, 60_000);

test("a server that takes the call and says nothing is not waited for", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = AddressInfo.parse(silent.address());
  await withConnection(servers.primary.adminUrl, async (admin) => {
    const set = (url: string) => admin`UPDATE catalog.servers SET url = ${url} WHERE name = 'second'`;
    await set(`postgres://postgres:hush@127.0.0.1:${port}/postgres`);
    const started = Date.now();
    const { missing } = await reportAverages();
    expect(missing).toEqual([expect.objectContaining({ slug: "far", reason: "nothing answers" })]);
    expect(Date.now() - started).toBeLessThan(5_000);
    await set(servers.second.adminUrl);
  });
  silent.close();
});

test("a schema without one of its tables is missing, and no other", async () => {
  const schema = scopes.get("schema-two")?.tenant.placement.schema;
  await withConnection(servers.primary.adminUrl, (admin) => admin.unsafe(`DROP TABLE "${schema}".rollups CASCADE`));
  const reports = [
    reportAverages(),
    reportLongerSpins({ longerThanMs: 4_000 }),
    reportLeaderboard({ limit: 100 }),
  ] as const;
  const [averages, spins, board] = await Promise.all(reports);
  for (const { missing } of [averages, spins, board]) {
    expect(missing).toEqual([
      expect.objectContaining({ slug: "schema-two", placement: "schema", reason: "a table is missing" }),
    ]);
  }
  expect([averages.overall.spins, spins.total, board.entries.length]).toEqual([20, 5, 5]);
});
