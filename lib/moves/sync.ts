import type { AdminTransaction } from "@/lib/db/admin";
import { pgArray } from "@/lib/db/pg-array";
import { ROWS_TABLES, type RowsTable } from "@/lib/db/tenant-tables";
import { among, bucketOf, type Digest, differing, digest, digests } from "./digest";
import type { Side, Sql } from "./side";

export interface Synced {
  /** The source's rows as they were read, by table. */
  source: ReadonlyMap<string, Digest>;
  /** Rows that were sent. */
  sent: number;
}

const BATCH = 5_000;

interface Difference {
  table: RowsTable;
  /** Undefined: the target has no row yet, and gets all of them. */
  buckets: number[] | undefined;
}

/**
 * Makes a tenant's rows at `target` what they are in `source`, which must be one snapshot, or hold still. Buckets
 * that are alike stay; of the others rows are added, changed and removed in one transaction. It needs to know nothing
 * of what came before, so a move that was cut off goes on with it.
 */
export async function sync(source: AdminTransaction, from: Side, target: Side): Promise<Synced> {
  const [here, there] = await Promise.all([digests(source, from), digests(target.admin, target)]);
  const differences = ROWS_TABLES.flatMap((table): Difference[] => {
    const known: Digest = there.get(table.name) ?? new Map();
    const buckets = differing(here.get(table.name) ?? new Map(), known);
    return buckets.length === 0 ? [] : [{ table, buckets: known.size === 0 ? undefined : buckets }];
  });
  if (differences.length > 0) await target.admin.begin((sql) => apply(source, from, sql, differences));
  const sent = differences.reduce((sum, { table, buckets }) => sum + rowsIn(here.get(table.name), buckets), 0);
  await verify(here, target, differences);
  return { source: here, sent };
}

async function apply(source: Sql, from: Side, target: AdminTransaction, differences: Difference[]): Promise<void> {
  const staged = differences.filter(({ buckets }) => buckets !== undefined);
  for (const { table } of differences) await makeStage(target, table);
  for (const { table, buckets } of staged) await copy(source, target, { from, table, into: stage(table), buckets });
  for (const { table, buckets } of staged.toReversed()) await removeOthers(target, from.tenantId, table, buckets);
  for (const { table, buckets } of differences) {
    if (buckets) await upsert(target, table);
    else await copy(source, target, { from, table, into: table.name, buckets });
  }
}

/** Holds what differs, and is the type of a row on its way: its columns stand in the order in which they are sent. */
async function makeStage(target: Sql, table: RowsTable): Promise<void> {
  const rows = `SELECT ${columns(table)} FROM "${table.name}" WITH NO DATA`;
  await target.unsafe(`CREATE TEMPORARY TABLE "${stage(table)}" ON COMMIT DROP AS ${rows}`);
}

interface Copy extends Difference {
  from: Side;
  into: string;
}

/** Rows go as text, some thousand at a time. (COPY through postgres.js 3.4.9 hangs where it fails, and worse.) */
async function copy(source: Sql, target: Sql, { from, table, into, buckets }: Copy): Promise<void> {
  const names = columns(table);
  const chosen = among(bucketOf(table, "t"), buckets);
  await source.unsafe(
    `DECLARE rows_on_their_way NO SCROLL CURSOR FOR
     SELECT ROW(${names})::text AS row FROM "${table.name}" t WHERE t.tenant_id = '${from.tenantId}' ${chosen}
     ${table.within ? `ORDER BY t."${table.within}" NULLS FIRST` : ""}`,
  );
  const fetch = () => source.unsafe<{ row: string }[]>(`FETCH ${BATCH} FROM rows_on_their_way`);
  for (let rows = await fetch(); rows.length > 0; rows = await fetch()) {
    await target.unsafe(
      `INSERT INTO "${into}" (${names})
       SELECT (r).* FROM (SELECT line::"${stage(table)}" AS r FROM unnest($1::text[]) AS line OFFSET 0) AS lines`,
      [pgArray(rows.map(({ row }) => row))],
    );
  }
  await source.unsafe("CLOSE rows_on_their_way");
}

function removeOthers(target: Sql, tenantId: string, table: RowsTable, buckets: number[] | undefined) {
  const same = table.key.map((column) => `s."${column}" = t."${column}"`).join(" AND ");
  return target.unsafe(
    `DELETE FROM "${table.name}" t WHERE t.tenant_id = '${tenantId}' ${among(bucketOf(table, "t"), buckets)}
       AND NOT EXISTS (SELECT FROM "${stage(table)}" s WHERE ${same})`,
  );
}

function upsert(target: Sql, table: RowsTable) {
  const names = columns(table);
  const rest = table.columns.filter((column) => column !== "tenant_id" && !table.key.includes(column));
  const set = rest.map((column) => `"${column}" = excluded."${column}"`).join(", ");
  const key = [...new Set(["tenant_id", ...table.key])].map((column) => `"${column}"`).join(", ");
  return target.unsafe(
    `INSERT INTO "${table.name}" (${names}) SELECT ${names} FROM "${stage(table)}"
     ON CONFLICT (${key}) DO UPDATE SET ${set}`,
  );
}

/** Reads again what was written: every bucket that was not alike before must be now. */
async function verify(here: ReadonlyMap<string, Digest>, target: Side, differences: Difference[]): Promise<void> {
  for (const { table, buckets } of differences) {
    const wanted = here.get(table.name) ?? new Map();
    const written = await digest(target.admin, target, table, buckets);
    const chosen = new Map([...wanted].filter(([bucket]) => !buckets || buckets.includes(bucket)));
    if (differing(chosen, written).length > 0) throw new Error(`the copy of ${table.name} is not like the original`);
  }
}

function rowsIn(digest: Digest = new Map(), buckets: number[] | undefined): number {
  const chosen = buckets ? buckets.map((bucket) => digest.get(bucket)) : [...digest.values()];
  return chosen.reduce((sum, bucket) => sum + (bucket?.rows ?? 0), 0);
}

function columns(table: RowsTable): string {
  return table.columns.map((column) => `"${column}"`).join(", ");
}

function stage(table: RowsTable): string {
  return `stage_${table.name}`;
}
