import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connectAsAdmin } from "@/lib/db/admin";
import { type OwnServer, ownServer } from "./fixtures/own-server";
import { run } from "./fixtures/run";

/* `spinctl` for placements as an operator types it, on two servers of its own. */

vi.setConfig({ testTimeout: 60_000 });

let primary: OwnServer;
let second: OwnServer;

beforeAll(async () => {
  primary = await ownServer();
  second = await ownServer();
}, 60_000);

afterAll(async () => {
  await primary?.remove();
  await second?.remove();
});

async function spinctl(...args: string[]) {
  const ran = await run(["lib/cli/spinctl.mjs", ...args], { ADMIN_DATABASE_URL: primary.adminUrl });
  // Wherever it is printed, a password is out.
  for (const { adminUrl } of [primary, second])
    expect(ran.output + ran.errors).not.toContain(new URL(adminUrl).password);
  return ran;
}

test("a server is added, listed without its password, and takes databases", async () => {
  expect(await spinctl("server", "add", "second", second.adminUrl)).toMatchObject({ status: 0 });
  expect((await spinctl("server", "add", "Second", second.adminUrl)).status).toBe(2);
  expect((await spinctl("server", "add", "primary", second.adminUrl)).status).toBe(2);
  expect((await spinctl("server", "add", "third", "postgres://x:y@127.0.0.1:1/z")).status).toBe(2);
  expect((await spinctl("server", "add", "third", "https://example.com")).status).toBe(2);
  const listed = JSON.parse((await spinctl("server", "list", "--json")).output);
  expect(listed).toEqual([
    { name: "primary", address: null },
    { name: "second", address: new URL(second.adminUrl).host },
  ]);
  const created = await spinctl(
    "tenant",
    "create",
    "globex",
    "--name",
    "Globex",
    "--placement",
    "database",
    "--server",
    "second",
  );
  expect(created.status, created.errors).toBe(0);
  expect(
    (await spinctl("tenant", "create", "hooli", "--name", "Hooli", "--placement", "schema", "--server", "second"))
      .status,
  ).toBe(2);
  expect(
    (await spinctl("tenant", "create", "hooli", "--name", "Hooli", "--placement", "database", "--server", "nowhere"))
      .status,
  ).toBe(3);
});

test("a tenant moves, is told it is there already, and its old copies go", async () => {
  expect((await spinctl("tenant", "create", "initech", "--name", "Initech", "--placement", "schema")).status).toBe(0);
  const moved = await spinctl("tenant", "move", "initech", "--to", "database", "--server", "second");
  expect(moved).toMatchObject({
    status: 0,
    output: expect.stringMatching(/switched: writes waited \d+ ms[\s\S]*alike on both sides/),
  });
  const again = await spinctl("tenant", "move", "initech", "--to", "database", "--server", "second");
  expect(again).toMatchObject({ status: 0, output: expect.stringContaining("is there already") });
  expect(JSON.parse((await spinctl("tenant", "show", "initech", "--json")).output)).toMatchObject({
    placement: "database",
    server: "second",
  });
  expect((await spinctl("tenant", "sweep", "--json")).output).toContain('"removed": []');
  expect(await spinctl("tenant", "move", "initech", "--forget")).toMatchObject({
    status: 0,
    output: expect.stringContaining("1 old copy removed"),
  });
  expect((await spinctl("verify")).status).toBe(0);
});

test("wrong use, unknown tenants and a move under way have the exit status that says so", async () => {
  expect((await spinctl("tenant", "move", "initech")).status).toBe(2);
  expect((await spinctl("tenant", "move", "initech", "--to", "elsewhere")).status).toBe(2);
  expect((await spinctl("tenant", "move", "initech", "--to", "shared", "--server", "second")).status).toBe(2);
  expect((await spinctl("tenant", "move", "nobody", "--to", "shared")).status).toBe(3);
  expect((await spinctl("tenant", "move", "initech", "--roll-back")).status).toBe(3);
  expect((await spinctl("tenant", "move", "initech", "--to", "database", "--server", "nowhere")).status).toBe(3);

  const { id } = JSON.parse((await spinctl("tenant", "show", "initech", "--json")).output);
  const holder = connectAsAdmin(primary.adminUrl);
  await holder`SELECT pg_advisory_lock(hashtext(${`spinner-tracking move ${id}`}))`;
  const busy = await spinctl("tenant", "move", "initech", "--to", "shared");
  expect(busy).toMatchObject({ status: 4, errors: expect.stringMatching(/moving: .*process \d+/) });
  // A migration and a move keep out of each other's way.
  await holder`SELECT pg_advisory_lock_shared(hashtext('spinner-tracking migrations'))`;
  expect(await spinctl("migrate")).toMatchObject({
    status: 4,
    errors: expect.stringMatching(/migrating: .*process \d+/),
  });
  await holder.end();
  expect((await spinctl("migrate")).status).toBe(0);
  expect((await spinctl("tenant", "move", "initech", "--to", "shared")).status).toBe(0);
});

test("what was kept for seven days is swept, what is younger stays", async () => {
  const admin = connectAsAdmin(primary.adminUrl);
  const rows = async () => Number((await admin`SELECT count(*) FROM catalog.moves WHERE step = 'kept'`)[0]?.count);
  expect(await rows()).toBe(1);
  await admin`UPDATE catalog.moves SET switched_at = switched_at - interval '8 days' WHERE step = 'kept'`;
  expect(JSON.parse((await spinctl("tenant", "sweep", "--json")).output).removed).toHaveLength(1);
  expect(await rows()).toBe(0);
  expect((await spinctl("tenant", "show", "initech")).status).toBe(0);
  await admin.end();
});
