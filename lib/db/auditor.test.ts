import { describe, expect, test } from "vitest";
import { Refused } from "./audit-statement";
import { audit } from "./auditor";

const TABLES = new Set(["spins", "spinners", "people", "rollups"]);

describe("a statement that is held to the tenant passes", () => {
  test.each([
    ["SELECT id FROM spins WHERE tenant_id = $1 AND id = $2", [1]],
    ["SELECT id FROM spins WHERE $1 = tenant_id", [1]],
    [
      "SELECT s.id FROM spins s JOIN people p ON p.tenant_id = $1 AND p.id = s.person_id WHERE s.tenant_id = $2",
      [1, 2],
    ],
    [
      "SELECT s.id FROM spinners s LEFT JOIN rollups r ON r.tenant_id = $1 AND r.key = s.id WHERE s.tenant_id = $1",
      [1],
    ],
    ["SELECT x.id FROM (SELECT id FROM spins WHERE tenant_id = $1) x", [1]],
    [
      "SELECT id FROM spinners s WHERE s.tenant_id = $1 AND NOT EXISTS (SELECT 1 FROM rollups r WHERE r.tenant_id = $1 AND r.key = s.id)",
      [1],
    ],
    ["WITH mine AS (SELECT id FROM spins WHERE tenant_id = $1) SELECT * FROM mine", [1]],
    ["INSERT INTO spinners (tenant_id, id, name) VALUES ($1, $2, $3), ($4, $5, $6)", [1, 4]],
    [
      "INSERT INTO spinners (id, tenant_id) SELECT g.id, $1::uuid FROM jsonb_to_recordset($2) AS g(id uuid) ON CONFLICT DO NOTHING RETURNING id",
      [1],
    ],
    ["UPDATE spinners SET name = $1 WHERE tenant_id = $2 AND id = $3", [2]],
    ["DELETE FROM spins WHERE spins.tenant_id = $1", [1]],
    ["SELECT id FROM spins WHERE tenant_id = $1 UNION ALL SELECT id FROM people WHERE tenant_id = $1", [1]],
    ["SELECT pg_advisory_xact_lock(hashtext($1))", []],
  ])("%s", (sql, tenantParameters) => expect(audit(sql, TABLES)).toEqual({ tenantParameters }));
});

describe("a statement that is not is refused", () => {
  test.each([
    "SELECT id FROM spins",
    "SELECT id FROM spins WHERE id = $1",
    "SELECT id FROM spins WHERE tenant_id = $1 OR true",
    "SELECT id FROM spins WHERE NOT tenant_id = $1",
    "SELECT id FROM spins WHERE tenant_id <> $1",
    "SELECT id FROM spins WHERE tenant_id = tenant_id",
    "SELECT id FROM spins WHERE tenant_id = '0192aaaa-0000-7000-8000-000000000001'",
    "SELECT id FROM spins WHERE tenant_id = ANY($1)",
    "SELECT s.id FROM spins s, people p WHERE s.tenant_id = $1",
    "SELECT s.id FROM spins s, people p WHERE tenant_id = $1",
    "SELECT s.id FROM spins s JOIN people p ON p.id = s.person_id WHERE s.tenant_id = $1",
    "SELECT s.id FROM spins s LEFT JOIN people p ON s.tenant_id = $1 AND p.tenant_id = $1",
    "SELECT s.id FROM spins s FULL JOIN people p ON s.tenant_id = $1 AND p.tenant_id = $1",
    "SELECT id FROM spins WHERE tenant_id = $1 AND id IN (SELECT id FROM people)",
    "SELECT (SELECT max(id::text) FROM people) FROM spins WHERE tenant_id = $1",
    "SELECT id FROM spins WHERE tenant_id = $1 ORDER BY (SELECT count(*) FROM people)",
    "SELECT id FROM spins WHERE tenant_id = $1 LIMIT (SELECT count(*) FROM people)",
    "SELECT id FROM spins WHERE tenant_id = $1 UNION ALL SELECT id FROM people",
    "WITH all_of_them AS (SELECT id FROM spins) SELECT * FROM all_of_them",
    "WITH RECURSIVE r AS (SELECT id FROM spins WHERE tenant_id = $1 UNION ALL SELECT id FROM r) SELECT * FROM r",
    "SELECT x.id FROM spins s, LATERAL (SELECT id FROM people p WHERE p.id = s.person_id) x WHERE s.tenant_id = $1",
    "INSERT INTO spinners (id, name) VALUES ($1, $2)",
    "INSERT INTO spinners (tenant_id, id) VALUES ($1, $2), (gen_random_uuid(), $3)",
    "INSERT INTO spinners (tenant_id, id) SELECT tenant_id, id FROM spins WHERE tenant_id = $1",
    "INSERT INTO spinners VALUES ($1, $2)",
    "INSERT INTO spinners (tenant_id, id) VALUES ($1, $2) ON CONFLICT (tenant_id, id) DO UPDATE SET tenant_id = excluded.tenant_id",
    "INSERT INTO spinners (tenant_id, id) VALUES ($1, $2) RETURNING (SELECT count(*) FROM people)",
    "UPDATE spinners SET name = $1",
    "UPDATE spinners SET tenant_id = $1 WHERE tenant_id = $2",
    "UPDATE spinners SET name = p.name FROM people p WHERE spinners.tenant_id = $1",
    "DELETE FROM spins USING people WHERE spins.tenant_id = $1",
    "SELECT id FROM shared.spins WHERE tenant_id = $1",
    "SELECT id FROM pg_class",
    "SELECT id FROM sessions_of_another_kind WHERE tenant_id = $1",
    "SELECT id INTO copied FROM spins WHERE tenant_id = $1",
    "SELECT set_config('app.tenant_id', $1, true)",
    "SELECT id FROM spins WHERE tenant_id = $1 AND set_config('app.tenant_id', $2, true) IS NOT NULL",
    "SELECT pg_catalog.set_config('app.tenant_id', $1, true)",
    "SELECT query_to_xml('SELECT 1', true, true, '')",
    "TRUNCATE spins",
    "COPY spins TO STDOUT",
    "SET app.tenant_id = 'x'",
    "CREATE TABLE t (id int)",
    "SELECT 1; SELECT 2",
    "TABLE spins",
    "SELECT id FROM spins TABLESAMPLE system (1) WHERE tenant_id = $1",
    "not SQL at all",
    "",
  ])("%s", (sql) => expect(() => audit(sql, TABLES)).toThrow(Refused));
});
