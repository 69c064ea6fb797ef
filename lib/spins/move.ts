import { sql } from "drizzle-orm";
import type { TenantDb } from "@/lib/db/tenant-db";

/** Spins that one statement takes over: some seconds of work. */
const AT_ONCE = 20_000;

/**
 * Makes the spins of one spinner another's, and what they said when they were acknowledged, so that retries go on to
 * be answered alike. The folding lock must be held, and nobody may store spins of `from` meanwhile.
 */
export async function moveSpins(db: TenantDb, from: string, into: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO user_spinners (tenant_id, person_id, spinner_id, created_at)
    SELECT ${db.tenantId}::uuid, person_id, ${into}::uuid, created_at
    FROM user_spinners WHERE tenant_id = ${db.tenantId} AND spinner_id = ${from} ORDER BY person_id
    ON CONFLICT (tenant_id, person_id, spinner_id) DO UPDATE SET
      created_at = least(user_spinners.created_at, excluded.created_at)`);
  for (let last: Position | undefined = BEFORE_ALL; last; ) last = await moveSome(db, from, into, last);
  await db.execute(sql`
    UPDATE spin_originals SET spinner_id = ${into} WHERE tenant_id = ${db.tenantId} AND spinner_id = ${from}`);
  await db.execute(sql`DELETE FROM user_spinners WHERE tenant_id = ${db.tenantId} AND spinner_id = ${from}`);
}

/** Where a page of spins ended, in the order of the index that they are read by. */
interface Position {
  spunAt: string;
  id: string;
}

const BEFORE_ALL: Position = { spunAt: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

/** The next of them, oldest first: what was moved before is not gone through again. Undefined at the end. */
async function moveSome(db: TenantDb, from: string, into: string, last: Position): Promise<Position | undefined> {
  const [row] = await db.execute(sql`
    WITH page AS MATERIALIZED (
      SELECT id, spun_at FROM spins
      WHERE tenant_id = ${db.tenantId} AND spinner_id = ${from}
        AND (spun_at, id) > (${last.spunAt}::timestamptz, ${last.id}::uuid)
      ORDER BY spun_at, id LIMIT ${AT_ONCE}
    ), moved AS (
      UPDATE spins SET spinner_id = ${into} FROM page WHERE spins.tenant_id = ${db.tenantId} AND spins.id = page.id
    )
    SELECT spun_at::text, id FROM page ORDER BY page.spun_at DESC, page.id DESC LIMIT 1`);
  return row && { spunAt: String(row[0]), id: String(row[1]) };
}
