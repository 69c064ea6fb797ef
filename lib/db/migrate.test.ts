import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { addSpinner, newScope, newTenant } from "@/e2e/fixtures/tenants";
import type { Tenant } from "@/lib/tenancy/tenant";
import { connectAsAdmin, withConnection } from "./admin";
import { adminUrlOf, readCluster } from "./cluster";
import { migrate } from "./migrate";
import { type Migration, readMigrations } from "./migrations";
import { actAsOperator, closePools } from "./servers";

/* A hundred schemas, on a server of their own. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SCHEMAS = 100;
let server: OwnServer;
let tenants: Tenant[];

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
  const slugs = Array.from({ length: SCHEMAS }, (_, index) => `schema-${String(index).padStart(3, "0")}`);
  tenants = [];
  for (const slug of slugs) tenants.push(await newTenant({ slug, placement: "schema" }));
});

afterAll(async () => {
  closePools();
  await server?.remove();
});

/** The code's migrations, and one more. */
function withOneMore(name: string, statement: string): Migration[] {
  return [...readMigrations("tenant"), { name, hash: name, statements: [statement] }];
}

/** The addresses of placements, by what came of them. */
function resultsOf(done: { placement: string; result: string }[]): Record<string, string[]> {
  const results = new Set(done.map(({ result }) => result));
  const placementsWith = (wanted: string) =>
    done.filter(({ result }) => result === wanted).map((each) => each.placement);
  return Object.fromEntries([...results].map((result) => [result, placementsWith(result)]));
}

test("number 37 fails, the rest are migrated, and the next run repairs that one alone", async () => {
  const odd = tenants[37];
  const schema = odd?.placement.schema ?? "";
  await withConnection(server.adminUrl, (admin) =>
    admin.unsafe(`ALTER TABLE "${schema}".spinners ADD COLUMN colour text`),
  );
  const migrations = withOneMore("0100_colour", `ALTER TABLE "spinners" ADD COLUMN "colour" text`);

  const first = resultsOf(await migrate(server.adminUrl, { migrations, jobs: 2 }));
  expect(first.failed).toEqual([odd?.slug]);
  expect(first.migrated).toHaveLength(SCHEMAS);
  const [reason] = (await migrate(server.adminUrl, { migrations })).filter(({ result }) => result === "failed");
  expect(reason?.reason).toMatch(/already exists/);

  await withConnection(server.adminUrl, (admin) => admin.unsafe(`ALTER TABLE "${schema}".spinners DROP COLUMN colour`));
  const second = resultsOf(await migrate(server.adminUrl, { migrations }));
  expect(second.migrated).toEqual([odd?.slug]);
  expect(resultsOf(await migrate(server.adminUrl, { migrations })).migrated).toBeUndefined();
});

test("a tenant whose table is held is tried again, and the others do not wait behind it", async () => {
  const [busy, calm] = tenants;
  const migrations = withOneMore("0100_colour", `ALTER TABLE "spinners" ADD COLUMN "colour" text`);
  migrations.push({ name: "0101_size", hash: "0101", statements: [`ALTER TABLE "spinners" ADD COLUMN "size" int`] });
  const holder = connectAsAdmin(server.adminUrl);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = holder.begin(async (sql) => {
    await sql.unsafe(`LOCK TABLE "${busy?.placement.schema}".spinners IN ACCESS SHARE MODE`);
    await released;
  });
  const applied = (tenant: Tenant | undefined) =>
    withConnection(server.adminUrl, async (admin) => {
      const [row] = await admin.unsafe(
        `SELECT count(*)::int AS n FROM "${tenant?.placement.schema}".schema_migrations WHERE name = '0101_size'`,
      );
      return row?.n;
    });
  const running = migrate(server.adminUrl, { migrations, jobs: 2 });
  await vi.waitUntil(async () => (await applied(tenants[SCHEMAS - 1])) === 1, { timeout: 60_000 });
  expect(await applied(calm)).toBe(1);
  expect(await applied(busy)).toBe(0);
  release();
  await holding;
  await holder.end();
  expect(resultsOf(await running)).not.toHaveProperty("failed");
  expect(await applied(busy)).toBe(1);
});

test("only one placement, where one is named; nobody's name is told", async () => {
  const migrations = withOneMore("0200_only", `ALTER TABLE "spinners" ADD COLUMN "only" int`);
  // What the tests before have applied is in the ledgers, and stays.
  const [one] = tenants;
  const done = await migrate(server.adminUrl, { only: one?.slug ?? "", migrations });
  expect(done.map(({ placement }) => placement)).toEqual(["catalog", one?.slug]);
  await expect(migrate(server.adminUrl, { only: "nobody" })).rejects.toMatchObject({ code: "tenant_unknown" });
});

test("a schema in which a table is missing raises, and reads no other schema's", async () => {
  const [at, other] = [await newScope({ placement: "schema" }), await newScope({ placement: "schema" })];
  await addSpinner(other, "Theirs");
  await addSpinner(at, "Ours");
  const url = adminUrlOf(await readCluster(server.adminUrl), at.tenant.placement);
  await withConnection(url, (admin) => admin.unsafe(`DROP TABLE "${at.tenant.placement.schema}".spinners CASCADE`));
  await expect(addSpinner(at, "Again")).rejects.toMatchObject({ code: "42P01" });
  await addSpinner(other, "Still theirs");
});

test("two addresses that are alike in all but their last letter have places of their own", async () => {
  const long = "a".repeat(39);
  const [one, other] = [
    await newScope({ slug: `${long}x`, placement: "schema" }),
    await newScope({ slug: `${long}y`, placement: "schema" }),
  ];
  expect(one.tenant.placement.schema).not.toBe(other.tenant.placement.schema);
  await addSpinner(one, "PokeSpinner");
  await addSpinner(other, "PokeSpinner");
});
