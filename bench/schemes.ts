import postgres from "postgres";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { withConnection } from "@/lib/db/admin";
import type { TenantScope } from "@/lib/tenancy/scope";
import { BATCH, type Ids, idsOf, type Spread } from "./batches";
import { bigTenant } from "./big-tenant";
import { AS_OURS, bareInsert, columnsOf } from "./floors";
import { report } from "./ratio";
import { BATCHES, inRounds, type Way, WRITERS, write } from "./ways";

const ROWS = Number(process.env.INGEST_ROWS ?? 1_000_000);
const FOLD_EVERY_MS = 500;

const TABLES = `
  CREATE TABLE shared.bench_upserts (LIKE shared.rollups INCLUDING ALL);
  CREATE TABLE shared.bench_folded (LIKE shared.rollups INCLUDING ALL);
  CREATE TABLE shared.bench_slots (LIKE shared.rollups, slot smallint, PRIMARY KEY (tenant_id, grain, day, key, slot));
  CREATE TABLE shared.bench_batches (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid,
    people uuid[], spinners uuid[], durations int[], days date[]);
  GRANT ALL ON shared.bench_upserts, shared.bench_folded, shared.bench_slots, shared.bench_batches TO spinner_app`;

const STORED = `stored AS (
    INSERT INTO spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at)
    SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[])
    ON CONFLICT DO NOTHING
    RETURNING person_id, spinner_id, duration_ms, timezone('UTC', spun_at)::date AS day)`;

const summed = (from: string, slot = "") => `
    SELECT $1::uuid, CASE grouping(day, spinner_id, person_id) WHEN 7 THEN 'total' WHEN 3 THEN 'day' WHEN 5 THEN 'spinner'
        WHEN 6 THEN 'person' WHEN 1 THEN 'spinner_day' ELSE 'person_day' END AS grain, coalesce(day, '0001-01-01') AS day,
      coalesce(spinner_id, person_id, '00000000-0000-0000-0000-000000000000') AS key,
      count(*), sum(duration_ms), max(duration_ms)${slot}
    FROM ${from}
    GROUP BY GROUPING SETS ((), (day), (spinner_id), (person_id), (day, spinner_id), (day, person_id))
    HAVING count(*) > 0 ORDER BY grain, day, key`;

const added = (table: string, key: string) => `
    ON CONFLICT (${key}) DO UPDATE SET spins = ${table}.spins + excluded.spins,
      total_ms = ${table}.total_ms + excluded.total_ms, longest_ms = greatest(${table}.longest_ms, excluded.longest_ms)`;

const KEY = "tenant_id, grain, day, key";
const UPSERTS = `WITH ${STORED} INSERT INTO bench_upserts ${summed("stored")} ${added("bench_upserts", KEY)}`;
const SLOTS = `WITH ${STORED} INSERT INTO bench_slots ${summed("stored", ", $7::smallint")} ${added("bench_slots", `${KEY}, slot`)}`;
const BATCHED = `WITH ${STORED} INSERT INTO bench_batches (tenant_id, people, spinners, durations, days)
  SELECT $1::uuid, array_agg(person_id), array_agg(spinner_id), array_agg(duration_ms), array_agg(day)
  FROM stored HAVING count(*) > 0`;
const FOLD = `WITH taken AS (DELETE FROM bench_batches WHERE tenant_id = $1::uuid RETURNING people, spinners, durations, days),
  spin AS (SELECT s.* FROM taken, unnest(people, spinners, durations, days) AS s(person_id, spinner_id, duration_ms, day))
  INSERT INTO bench_folded ${summed("spin")} ${added("bench_folded", KEY)}`;

/** Three ways to keep rollups, sums alone, each in shares of storing the spins without any. */
export async function schemes(): Promise<void> {
  const server = await ownServer();
  adopt(server);
  try {
    await withConnection(server.adminUrl, (admin) => admin.unsafe(TABLES));
    const at = await bigTenant(server.adminUrl, ROWS);
    const ids = await idsOf(at);
    const floors = Array.from({ length: WRITERS }, () => bareInsert(server.databaseUrl, at, ids));
    const bare: Way = { stores: floors.map(({ store }) => store), finish: async () => {} };
    const ways = {
      bare,
      upserts: wayOf(server, at, ids, UPSERTS),
      slots: wayOf(server, at, ids, SLOTS, (writer) => [writer % 8]),
      batched: folding(server, at, wayOf(server, at, ids, BATCHED)),
    };
    for (const spread of [1, 365] as const) {
      for (const writers of [1, WRITERS]) await compare(ways, writers, spread);
    }
  } finally {
    await server.remove();
  }
}

async function compare(ways: Record<"bare" | "upserts" | "slots" | "batched", Way>, writers: number, spread: Spread) {
  const { bare, ...schemes } = await inRounds({
    bare: () => write(ways.bare, writers, spread),
    upserts: () => write(ways.upserts, writers, spread),
    slots: () => write(ways.slots, writers, spread),
    batched: () => write(ways.batched, writers, spread),
  });
  const names = { upserts: "sorted upserts", slots: "eight slots a row", batched: "a row a batch, and folding" };
  for (const name of ["upserts", "slots", "batched"] as const) {
    const who = `${writers === 1 ? "one writer" : `${writers} writers`}, ${spread === 1 ? "a day" : "a year"}`;
    const rate = `${Math.round((BATCHES * BATCH) / schemes[name]).toLocaleString("en")} spins/s`;
    report(`${names[name]} / no rollups: ${who}`, bare / schemes[name], "–", rate);
  }
}

function client(server: OwnServer, at: TenantScope): postgres.Sql {
  return postgres(server.databaseUrl, {
    ...AS_OURS,
    connection: { search_path: "shared", "app.tenant_id": at.tenant.id },
  });
}

function wayOf(
  server: OwnServer,
  at: TenantScope,
  ids: Ids,
  statement: string,
  more: (writer: number) => number[] = () => [],
): Way {
  const stores = Array.from({ length: WRITERS }, (_, writer) => {
    const sql = client(server, at);
    return (batch: Parameters<typeof columnsOf>[0]) =>
      sql.unsafe(statement, [at.tenant.id, ...columnsOf(batch, ids), ...more(writer)], { prepare: true });
  });
  return { stores, finish: async () => {} };
}

/** The same with somebody who folds beside the writers, and to the end. */
function folding(server: OwnServer, at: TenantScope, way: Way): Way {
  const sql = client(server, at);
  let turn = Promise.resolve<unknown>(undefined);
  const fold = () => {
    turn = turn.then(() => sql.unsafe(FOLD, [at.tenant.id], { prepare: true }));
    return turn;
  };
  let last = 0;
  const stores = way.stores.map((store) => async (batch: Parameters<typeof store>[0]) => {
    await store(batch);
    if (Date.now() - last < FOLD_EVERY_MS) return;
    last = Date.now();
    fold().catch(() => {});
  });
  return { stores, finish: fold };
}
