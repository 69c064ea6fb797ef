import { ROWS_TABLES, type RowsTable } from "@/lib/db/tenant-tables";
import type { Side, Sql } from "./side";

/** Rows of a bucket: how many, and the sum of their hashes. */
interface Sum {
  rows: number;
  hash: bigint;
}

/** One table of a tenant, in buckets that its rows fall into by their keys. */
export type Digest = ReadonlyMap<number, Sum>;

/** As many as keep a bucket small where a few rows of many changed. */
const BUCKETS = 16_384;

/** The bucket that a row falls into, as SQL; `alias` names its table. */
export function bucketOf({ key }: RowsTable, alias: string): string {
  const columns = key.map((column) => `${alias}."${column}"::text`).join(", ");
  return `(hashtextextended(${key.length === 1 ? columns : `concat_ws('/', ${columns})`}, 0) & ${BUCKETS - 1})`;
}

/** Digests of every table of the side's tenant, by the tables' names. */
export async function digests(sql: Sql, side: Side): Promise<Map<string, Digest>> {
  const found = new Map<string, Digest>();
  for (const table of ROWS_TABLES) found.set(table.name, await digest(sql, side, table));
  return found;
}

/**
 * The digest of one table; of some `buckets` alone where they are given. A row's 64 bits come from PostgreSQL's hash
 * of records; between servers of different versions, which promise nothing of the kind, from the row as text, which
 * takes six times as long. (`connectAsAdmin` sees to it that both write times alike.)
 */
export async function digest(sql: Sql, side: Side, table: RowsTable, buckets?: number[]): Promise<Digest> {
  const bucket = bucketOf(table, "t");
  const columns = table.columns.map((column) => `t."${column}"`).join(", ");
  const rows = await sql
    .unsafe(
      `SELECT ${bucket} AS bucket, count(*), sum(${side.textual ? `hashtextextended(ROW(${columns})::text, 1)` : `hash_record_extended(ROW(${columns}), 1)`})
       FROM "${table.name}" t WHERE t.tenant_id = '${side.tenantId}' ${among(bucket, buckets)} GROUP BY 1`,
    )
    .values();
  return new Map(rows.map(([name, count, sum]) => [Number(name), { rows: Number(count), hash: BigInt(String(sum)) }]));
}

/** Narrows a condition to some buckets. */
export function among(bucket: string, buckets: number[] | undefined): string {
  return buckets ? `AND ${bucket} = ANY ('{${buckets.join(",")}}'::bigint[])` : "";
}

/** The buckets in which two digests of one table differ. */
export function differing(one: Digest, other: Digest): number[] {
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all].filter((bucket) => {
    const [left, right] = [one.get(bucket), other.get(bucket)];
    return left?.rows !== right?.rows || left?.hash !== right?.hash;
  });
}

/** All rows of some digests: how many, and one hash of everything, in hexadecimal. */
export function total(all: ReadonlyMap<string, Digest>): { rows: number; hash: string } {
  const sums = [...all.values()].flatMap((table) => [...table.values()]);
  const rows = sums.reduce((sum, bucket) => sum + bucket.rows, 0);
  const hash = sums.reduce((sum, bucket) => sum + bucket.hash, 0n);
  return { rows, hash: BigInt.asUintN(64, hash).toString(16).padStart(16, "0") };
}
