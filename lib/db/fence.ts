import { isUuid } from "@/lib/tenancy/placement";
import type { Admin } from "./admin";
import { sqlstateOf } from "./sqlstate";
import { ROWS_TABLES } from "./tenant-tables";

/**
 * Policies that refuse every change to rows of tenants that live elsewhere now. The door asks `moved_away` itself
 * before it changes anything; these hold for whoever comes by another way, until the old rows are removed.
 */
export const FENCE_POLICIES = [
  { name: "moved_away_insert", clause: (condition: string) => `FOR INSERT WITH CHECK (${condition})` },
  { name: "moved_away_update", clause: (condition: string) => `FOR UPDATE USING (${condition})` },
  { name: "moved_away_delete", clause: (condition: string) => `FOR DELETE USING (${condition})` },
] as const;

const TRIES = 20;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Brings the fences of one schema in line with its `moved_away`. Each table is locked for a moment by itself; where
 * somebody holds one for longer it is tried again, so that nobody queues behind us. Throws when that never succeeds.
 */
export async function fence(admin: Admin, schema: string): Promise<void> {
  for (const { name } of ROWS_TABLES) await persistently(() => fenceTable(admin, schema, name));
}

function fenceTable(admin: Admin, schema: string, table: string) {
  return admin.begin(async (sql) => {
    await sql.unsafe("SET LOCAL lock_timeout = '200ms'");
    await sql.unsafe(`LOCK TABLE "${schema}"."${table}" IN ACCESS EXCLUSIVE MODE`);
    const away = await sql.unsafe(`SELECT tenant_id FROM "${schema}".moved_away WHERE kept ORDER BY 1`);
    const ids = away.map((row) => String(row.tenant_id)).filter(isUuid);
    const fenced = `tenant_id <> ALL (ARRAY[${ids.map((id) => `'${id}'`).join(", ")}]::uuid[])`;
    for (const { name, clause } of FENCE_POLICIES) {
      await sql.unsafe(`DROP POLICY IF EXISTS ${name} ON "${schema}"."${table}"`);
      if (ids.length === 0) continue;
      await sql.unsafe(`CREATE POLICY ${name} ON "${schema}"."${table}" AS RESTRICTIVE ${clause(fenced)}`);
    }
  });
}

async function persistently(step: () => Promise<unknown>): Promise<void> {
  for (let tries = TRIES; ; tries--) {
    try {
      await step();
      return;
    } catch (error) {
      if (tries === 1 || sqlstateOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}
