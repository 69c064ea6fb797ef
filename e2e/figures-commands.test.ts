import { afterAll, beforeAll, expect, test } from "vitest";
import { connectAsAdmin } from "@/lib/db/admin";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { trend } from "@/lib/figures/trend";
import { fold } from "@/lib/rollups/fold";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { adopt, type OwnServer, ownServer } from "./fixtures/own-server";
import { type Ran, run } from "./fixtures/run";
import { scopeNow } from "./fixtures/spinning";
import { addPerson, addSpinner, newScope } from "./fixtures/tenants";

/* The commands as an operator runs them, on a server of their own. */

let server: OwnServer;
let at: TenantScope;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  at = await newScope({ timeZone: "UTC" });
  await addPerson(at);
  await addSpinner(at, "Comet");
  const spin = { spinner: "Comet", person: "someone@test.example", duration_ms: 1_000 };
  await recordSpins(at, { spins: [{ ...spin, spun_at: "2026-05-02T02:00:00Z" }] });
  while ((await fold(at)) === undefined);
}, 60_000);

afterAll(async () => {
  closePools();
  await server?.remove();
});

function spinctl(...args: string[]): Promise<Ran> {
  return run(["lib/cli/spinctl.mjs", ...args], { DATABASE_URL: "", ADMIN_DATABASE_URL: server.adminUrl });
}

async function asAdmin(statement: string): Promise<void> {
  const admin = connectAsAdmin(server.adminUrl);
  await admin.unsafe(statement).finally(() => admin.end());
}

test("rebuild-rollups says what differed, and puts it right", async () => {
  const { slug } = at.tenant;
  const clean = await spinctl("rebuild-rollups", slug, "--json");
  expect([clean.status, JSON.parse(clean.output)]).toMatchObject([0, { slug, differences: [], sketches: 0 }]);
  await asAdmin("UPDATE shared.rollups SET spins = 7 WHERE grain = 'day'");
  const repaired = JSON.parse((await spinctl("rebuild-rollups", slug, "--json")).output);
  expect(repaired.differences[0]).toMatchObject({ grain: "day", kept: { spins: 7 }, counted: { spins: 1 } });
  expect(JSON.parse((await spinctl("rebuild-rollups", slug, "--json")).output).differences).toEqual([]);
}, 60_000);

test("time-zone moves the days, and the catalog says so", async () => {
  const { slug } = at.tenant;
  const changed = await spinctl("tenant", "time-zone", slug, "america/new_york", "--json");
  expect([changed.status, JSON.parse(changed.output)]).toEqual([0, { slug, time_zone: "America/New_York" }]);
  const now = await scopeNow(slug);
  expect(now.tenant.timeZone).toBe("America/New_York");
  expect((await trend(now, { from: "2026-05-01", to: "2026-05-02" })).map(({ spins }) => spins)).toEqual([1, 0]);
}, 60_000);

test("what is no zone or no tenant is refused, and of two at once one hears who is at it", async () => {
  const { slug, id } = at.tenant;
  for (const zone of ["Middle/Earth", "+01:00", ""]) {
    expect((await spinctl("tenant", "time-zone", slug, zone)).status).toBe(2);
  }
  expect((await spinctl("rebuild-rollups", "nobody")).status).toBe(3);
  const admin = connectAsAdmin(server.adminUrl);
  await admin.unsafe("SELECT pg_advisory_lock(hashtext($1))", [`spinner-tracking figures ${id}`]);
  const busy = await spinctl("rebuild-rollups", slug);
  await admin.end();
  expect([busy.status, busy.errors]).toEqual([4, expect.stringMatching(/counting: Counting of .* is running already/)]);
  expect((await spinctl("rebuild-rollups", slug)).status).toBe(0);
}, 60_000);
