import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { type AdminTransaction, connectAsAdmin } from "@/lib/db/admin";
import { beginRecount, patiently } from "@/lib/rollups/begin-recount";
import { recountAll } from "@/lib/rollups/rebuild";
import type { TenantScope } from "@/lib/tenancy/scope";

export const PEOPLE = 200;
export const SPINNERS = 50;
/** So many spins are put in without indexes, which are made afterwards. */
const MANY = 1_000_000;

/** A tenant with `spins` spins over the last days, made by the database itself, with the rollups they add up to. */
export async function bigTenant(adminUrl: string, spins: number, days = 365): Promise<TenantScope> {
  const at = await newScope();
  const { id } = at.tenant;
  await addPerson(at, "owner@bench.example", "owner");
  await addSpinner(at, "First");
  const admin = connectAsAdmin(adminUrl);
  try {
    await admin.begin(async (sql) => {
      await sql.unsafe("SET LOCAL search_path = shared");
      await sql`INSERT INTO people (tenant_id, id, email, name, role)
        SELECT ${id}, gen_random_uuid(), 'p' || n || '@bench.example', 'Person ' || n, 'member' FROM generate_series(2, ${PEOPLE}::int) n`;
      await sql`INSERT INTO spinners (tenant_id, id, name, name_key)
        SELECT ${id}, gen_random_uuid(), 'Spinner ' || n, 'spinner ' || n FROM generate_series(2, ${SPINNERS}::int) n`;
      await sql`INSERT INTO user_spinners (tenant_id, person_id, spinner_id)
        SELECT ${id}, p.id, s.id FROM people p, spinners s WHERE p.tenant_id = ${id} AND s.tenant_id = ${id}`;
      // The database's own word that they fit is enough, and checking ten million of them takes long.
      await sql.unsafe("SET LOCAL session_replication_role = replica");
      const indexes = spins < MANY ? [] : await secondaryIndexes(sql);
      for (const { name } of indexes) await sql.unsafe(`DROP INDEX ${name}`);
      await sql`INSERT INTO spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at)
        SELECT ${id}, uuidv7(), o.person_id, o.spinner_id, 1000 + (random() * 300000)::int, t.at
        FROM (SELECT n, date_trunc('milliseconds', now() - random() * interval '${sql.unsafe(String(days))} days') AS at FROM generate_series(1, ${spins}::int) n) t
        JOIN (SELECT person_id, spinner_id, row_number() OVER () AS row FROM user_spinners WHERE tenant_id = ${id}) o
          ON o.row = 1 + t.n % ${PEOPLE * SPINNERS}`;
      for (const { made } of indexes) await sql.unsafe(made);
    });
    await admin.unsafe("VACUUM ANALYZE shared.spins, shared.people, shared.spinners, shared.user_spinners");
    await patiently(at).write(async (db) => {
      await beginRecount(at, db);
      await recountAll(db, () => {});
    });
    await admin.unsafe("VACUUM ANALYZE shared.rollups, shared.sketches");
  } finally {
    await admin.end();
  }
  return at;
}

/** Those that are made faster in the end than row by row. */
function secondaryIndexes(sql: AdminTransaction) {
  return sql<{ name: string; made: string }[]>`
    SELECT indexname AS name, indexdef AS made FROM pg_indexes
    WHERE schemaname = 'shared' AND tablename = 'spins' AND right(indexname, 4) = '_idx'`;
}
