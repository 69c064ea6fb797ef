import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { run } from "@/e2e/fixtures/run";
import { fill, scopeNow, someSpins } from "@/e2e/fixtures/spinning";
import { newScope } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, readCluster } from "@/lib/db/cluster";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { fold } from "@/lib/rollups/fold";
import { recordSpins } from "@/lib/spins/record";
import type { Architecture } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { unfinishedMove } from "./journal";
import { moveTenant } from "./move";
import { rollBackMove } from "./roll-back";

/* A mover that is killed, as by kill -9, at every step: what it leaves must serve, and go on or back. */

vi.setConfig({ testTimeout: 60_000 });

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
}, 60_000);

afterAll(async () => {
  closePools();
  await server?.remove();
});

const SPINS = 300;
/** A person, a spinner, their pair, a rollup of each grain, the sketches of a day and of all time, and the calendar. */
const ROWS_BESIDE = 12;
const quiet = () => {};
const STEPS: [step: string, detail?: string][] = [
  ["preparing"],
  ["copying"],
  ["copying", `${SPINS + ROWS_BESIDE} rows`],
  ["catching_up"],
  ["frozen"],
  ["frozen", "alike on both sides"],
  ["switched"],
  ["kept"],
];

/** Every step on one road; on the others those at which places differ. */
const ROADS = [
  { from: "shared", to: "database", steps: STEPS },
  {
    from: "schema",
    to: "shared",
    steps: STEPS.filter(([step, detail]) => detail !== undefined || step === "switched"),
  },
  {
    from: "database",
    to: "schema",
    steps: STEPS.filter(([step, detail]) => detail !== undefined || step === "switched"),
  },
] as const;

describe.each(ROADS)("a move from $from to $to, killed", ({ from, to, steps }) => {
  test.each(steps)("at %s %s", async (step, detail) => {
    const { slug } = await killedMove(from, to, step, detail);
    const served = await scopeNow(slug);
    expect(await countAfterOneMore(served)).toBe(SPINS + 1);

    await moveTenant(served.tenant, { to, server: "primary" }, quiet);
    const now = await scopeNow(slug);
    expect(now.tenant.placement.architecture).toBe(to);
    expect(await unfinishedMove(now.tenant.id)).toBeUndefined();
    expect(await countAfterOneMore(now)).toBe(SPINS + 2);
    expect(await rollupFaults(now.tenant.id)).toEqual([]);
  });
});

test("killed between its fence and its switch, changes wait for the fence to expire, then go on where they were", async () => {
  const { slug, id } = await killedMove("database", "schema", "frozen", "fenced");
  const served = await scopeNow(slug);
  expect(served.tenant.placement.architecture).toBe("database");
  expect((await averages(served, ALL_TIME)).spins).toBe(SPINS);
  await expect(countAfterOneMore(served)).rejects.toMatchObject({ kind: "unavailable", retryAfter: 2 });

  await withConnection(adminUrlOf(await readCluster(server.adminUrl), served.tenant.placement), (admin) =>
    admin.unsafe("UPDATE shared.moved_away SET moved_at = moved_at - interval '31 seconds'"),
  );
  expect(await countAfterOneMore(served)).toBe(SPINS + 1);
  await moveTenant(served.tenant, { to: "schema", server: "primary" }, quiet);
  expect(await countAfterOneMore(await scopeNow(slug))).toBe(SPINS + 2);
  expect(await rollupFaults(id)).toEqual([]);
});

describe("what was cut off is undone", () => {
  test.each(["copying", "frozen"])("by the operator, at %s", async (step) => {
    const { slug, id } = await killedMove("shared", "database", step);
    const { tenant } = await scopeNow(slug);
    await rollBackMove(tenant, quiet);
    expect(await unfinishedMove(id)).toBeUndefined();
    const [there] = await withConnection(
      server.adminUrl,
      (admin) =>
        admin`SELECT count(*)::int AS databases FROM pg_database WHERE datname = ${`t_${id.replaceAll("-", "")}`}`,
    );
    expect(there?.databases).toBe(0);
    expect(await countAfterOneMore(await scopeNow(slug))).toBe(SPINS + 1);
    await expect(rollBackMove(tenant, quiet)).rejects.toMatchObject({ code: "move_unknown" });
  });

  test("by a move to another place", async () => {
    const { slug, id } = await killedMove("shared", "database", "catching_up");
    const { tenant } = await scopeNow(slug);
    await moveTenant(tenant, { to: "schema", server: "primary" }, quiet);
    const now = await scopeNow(slug);
    expect(now.tenant.placement.architecture).toBe("schema");
    expect(await countAfterOneMore(now)).toBe(SPINS + 1);
    expect(await rollupFaults(id)).toEqual([]);
  });
});

/** A tenant whose move has just been killed. */
async function killedMove(from: Architecture, to: Architecture, step: string, detail?: string) {
  const at = await newScope({ placement: from });
  const { id, slug } = at.tenant;
  await fill(at, SPINS);
  while (!(await fold(at)));
  const args = [slug, to, "primary", step, ...(detail === undefined ? [] : [detail])];
  const died = await run(["--import", "tsx", "e2e/fixtures/move-and-die.ts", ...args], {
    TEST_ADMIN_URL: server.adminUrl,
  });
  expect({ ...died, output: "" }).toEqual({ status: null, output: "", errors: "" });
  return { id, slug };
}

async function countAfterOneMore(at: TenantScope): Promise<number> {
  await recordSpins(at, { spins: someSpins(1) });
  return (await averages(at, ALL_TIME)).spins;
}
