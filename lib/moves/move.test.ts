import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { fill, scopeNow, spinning } from "@/e2e/fixtures/spinning";
import { addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { type TwoServers, twoServers } from "@/e2e/fixtures/two-servers";
import { withConnection } from "@/lib/db/admin";
import { adminUrlOf, readCluster } from "@/lib/db/cluster";
import { verify } from "@/lib/db/verify/verify";
import { createSpinner } from "@/lib/spinners/create";
import { ARCHITECTURES, type Placement } from "@/lib/tenancy/placement";
import { forgetOldCopies } from "./forget";
import { keptMoves } from "./journal";
import { type Moved, moveTenant } from "./move";

/* Two servers of this file's own: what is counted and killed here must be ours alone. */

vi.setConfig({ testTimeout: 60_000 });

let servers: TwoServers;

beforeAll(async () => {
  servers = await twoServers();
}, 60_000);

afterAll(() => servers?.remove());

const PAIRS = ARCHITECTURES.flatMap((from) =>
  ARCHITECTURES.filter((to) => to !== from).map((to) => [from, to] as const),
);
const quiet = () => {};

describe("a tenant in use moves, and nothing acknowledged is lost, doubled or hidden", () => {
  test.each(PAIRS)("from %s to %s", async (from, to) => {
    const at = await newScope({ placement: from });
    const { id, slug } = at.tenant;
    const traffic = spinning(slug, await fill(at, 2_000));
    const moved = await moveTenant(at.tenant, { to, server: "primary" }, quiet);
    const acknowledged = await traffic.stop();

    const now = await scopeNow(slug);
    expect(now.tenant.placement.architecture).toBe(to);
    expect(moved).toMatchObject({ moved: true, hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(await idsAt(now.tenant.placement, id)).toEqual(acknowledged.toSorted());
    expect(await rollupFaults(id)).toEqual([]);
  });

  test("to a database on another server, and back again over its old copy", async () => {
    const at = await newScope({ placement: "schema" });
    const { id, slug } = at.tenant;
    let known = await fill(at, 500);
    for (const [to, server] of [
      ["database", "second"],
      ["database", "primary"],
      ["schema", "primary"],
      ["database", "second"],
      ["shared", "primary"],
    ] as const) {
      const traffic = spinning(slug, known, 1);
      await moveTenant((await scopeNow(slug)).tenant, { to, server }, quiet);
      known = await traffic.stop();
      const { placement } = (await scopeNow(slug)).tenant;
      expect([placement.architecture, placement.server]).toEqual([to, server]);
      expect(await idsAt(placement, id)).toEqual(known.toSorted());
    }
    expect(await rollupFaults(id)).toEqual([]);
    // Three places: what came back to life is no old copy any more.
    expect(await forgetOldCopies(at.tenant)).toBe(3);
    expect(await idsAt((await scopeNow(slug)).tenant.placement, id)).toEqual(known.toSorted());
  });
});

describe("the old copy", () => {
  test.each(PAIRS)("of a move from %s to %s refuses changes, by the database", async (from, to) => {
    const at = await newScope({ placement: from });
    const bystander = await newScope({ placement: from });
    await addSpinner(at, "Before");
    const { id, placement } = at.tenant;
    await moveTenant(at.tenant, { to, server: "primary" }, quiet);

    const insert = (tenant: string) =>
      `INSERT INTO spinners (tenant_id, id, name, name_key) VALUES ('${tenant}', gen_random_uuid(), 'x', 'x')`;
    await expect(asApplication(placement, id, insert(id))).rejects.toMatchObject({ code: "42501" });
    expect(await asApplication(placement, id, "UPDATE spinners SET name = 'y'")).toBe(0);
    expect(await asApplication(placement, id, "DELETE FROM spinners")).toBe(0);
    expect(await asApplication(placement, id, "SELECT 1 FROM spinners")).toBe(1);
    const { tenant } = bystander;
    expect(await asApplication(tenant.placement, tenant.id, insert(tenant.id))).toBe(1);

    // The door follows the tenant, for whoever still believes in the old place.
    await createSpinner(at, { name: "After" });
    const now = (await scopeNow(at.tenant.slug)).tenant.placement;
    expect(await asApplication(now, id, "SELECT 1 FROM spinners")).toBe(2);
  });

  test("goes when it is forgotten, and takes nobody along", async () => {
    const at = await newScope({ placement: "shared" });
    const bystander = await newScope({ placement: "shared" });
    const ids = await fill(at, 50);
    const others = await fill(bystander, 50);
    const { tenant } = at;
    await moveTenant(tenant, { to: "schema", server: "primary" }, quiet);
    expect(await idsAt(tenant.placement, tenant.id)).toEqual(ids.toSorted());
    expect(await forgetOldCopies(tenant)).toBe(1);
    expect(await idsAt(tenant.placement, tenant.id)).toEqual([]);
    expect(await idsAt(bystander.tenant.placement, bystander.tenant.id)).toEqual(others.toSorted());
    expect(await idsAt((await scopeNow(tenant.slug)).tenant.placement, tenant.id)).toEqual(ids.toSorted());

    const own = (await scopeNow(tenant.slug)).tenant;
    await moveTenant(own, { to: "database", server: "second" }, quiet);
    expect(await forgetOldCopies(tenant)).toBe(1);
    await expect(idsAt(own.placement, tenant.id)).rejects.toMatchObject({ code: "42P01" });
    // Whoever slept through it all is led on: the row that refuses stays when the rest is gone.
    await createSpinner(at, { name: "Late" });
    expect(await idsAt((await scopeNow(tenant.slug)).tenant.placement, tenant.id)).toEqual(ids.toSorted());
  });
});

test("a move to where the tenant is does nothing, and says so", async () => {
  const { tenant } = await newScope({ placement: "schema" });
  expect(await moveTenant(tenant, { to: "schema", server: "primary" }, quiet)).toMatchObject({ moved: false });
  expect(await keptMoves(tenant.id)).toEqual([]);
});

test("of two moves at once one runs, and the other hears whose it is", async () => {
  const at = await newScope({ placement: "shared" });
  await fill(at, 100);
  const both = await Promise.allSettled(
    (["schema", "database"] as const).map((to) => moveTenant(at.tenant, { to, server: "primary" }, quiet)),
  );
  const refused = both.filter((each): each is PromiseRejectedResult => each.status === "rejected");
  const done = both.filter((each): each is PromiseFulfilledResult<Moved> => each.status === "fulfilled");
  expect([refused.length, done.length]).toEqual([1, 1]);
  expect(refused[0]?.reason).toMatchObject({ code: "moving", detail: expect.stringContaining("process") });
  expect((await scopeNow(at.tenant.slug)).tenant.placement).toEqual(done[0]?.value.placement);
});

test("a target that cannot be reached leaves the tenant as it was, and the next move goes through", async () => {
  const at = await newScope({ placement: "shared" });
  const ids = await fill(at, 100);
  await expect(moveTenant(at.tenant, { to: "database", server: "nowhere" }, quiet)).rejects.toMatchObject({
    code: "server_unknown",
  });
  await withConnection(
    servers.primary.adminUrl,
    (admin) => admin`INSERT INTO catalog.servers (name, url) VALUES ('gone', 'postgres://x@127.0.0.1:1/x')`,
  );
  await expect(moveTenant(at.tenant, { to: "database", server: "gone" }, quiet)).rejects.toThrow();
  expect((await scopeNow(at.tenant.slug)).tenant.placement.architecture).toBe("shared");
  await addSpinner(at, "Still written");
  await withConnection(
    servers.primary.adminUrl,
    (admin) => admin`UPDATE catalog.servers SET url = ${servers.second.adminUrl} WHERE name = 'gone'`,
  );
  await moveTenant(at.tenant, { to: "database", server: "gone" }, quiet);
  expect(await idsAt((await scopeNow(at.tenant.slug)).tenant.placement, at.tenant.id)).toEqual(ids.toSorted());
});

test("after all of that the walls stand in every placement", async () => {
  const faults = (await verify(servers.primary.adminUrl)).flatMap((checked) => checked.faults);
  expect(faults).toEqual([]);
});

/** The ids of a tenant's spins at a place, whatever the catalog says of it. */
async function idsAt(placement: Placement, tenantId: string): Promise<string[]> {
  const url = adminUrlOf(await readCluster(servers.primary.adminUrl), placement);
  return withConnection(url, async (admin) => {
    const rows = await admin`SELECT id FROM ${admin(placement.schema)}.spins WHERE tenant_id = ${tenantId}`;
    return rows.map((row) => String(row.id)).toSorted();
  });
}

/** Runs a statement as the role that serves a place, with the door out of the way. Returns how many rows it touched. */
async function asApplication(placement: Placement, tenantId: string, statement: string): Promise<number> {
  const url = adminUrlOf(await readCluster(servers.primary.adminUrl), placement);
  return withConnection(url, (admin) =>
    admin.begin(async (sql) => {
      await sql.unsafe(`SET LOCAL ROLE "${placement.database ?? "spinner_app"}";
        SET LOCAL search_path = "${placement.schema}"; SET LOCAL app.tenant_id = '${tenantId}'`);
      return (await sql.unsafe(statement)).count;
    }),
  );
}
