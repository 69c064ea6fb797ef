import { withConnection } from "@/lib/db/admin";
import { type Placement, placementOf } from "@/lib/tenancy/placement";

export interface Cost {
  bytes: number;
  relations: number;
}

/** What a server holds by now: bytes in all of its databases, tables and indexes in the main one. */
export function costOfTenants(adminUrl: string): Promise<Cost> {
  return withConnection(adminUrl, async (admin) => {
    const [row] = await admin`
      SELECT (SELECT sum(pg_database_size(oid)) FROM pg_database)::float8 AS bytes,
        (SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'i'))::int AS relations`;
    return { bytes: Number(row?.bytes), relations: Number(row?.relations) };
  });
}

const QUERIES = [
  "SELECT sum(spins), sum(total_ms) FROM rollups WHERE tenant_id = $1 AND grain = 'total'",
  "SELECT id FROM spins WHERE tenant_id = $1 ORDER BY spun_at DESC, id DESC LIMIT 5",
  "SELECT id, name FROM people WHERE tenant_id = $1 LIMIT 5",
];

/** Memory of one backend in bytes, before and after it has served every tenant of a kind in the main database. */
export function memoryOfBackend(adminUrl: string, architecture: "shared" | "schema") {
  return withConnection(adminUrl, async (admin) => {
    const rows = await admin<{ id: string }[]>`SELECT id FROM catalog.tenants WHERE placement = ${architecture}`;
    const memory = async () => {
      const [row] = await admin`SELECT sum(total_bytes)::float8 AS bytes FROM pg_backend_memory_contexts`;
      return Number(row?.bytes);
    };
    const before = await memory();
    for (const { id } of rows) {
      const { schema }: Placement = placementOf({ id, architecture, server: "primary" });
      await admin.begin(async (sql) => {
        await sql.unsafe(`SET LOCAL search_path = "${schema}"`);
        for (const query of QUERIES) await sql.unsafe(query, [id], { prepare: true });
      });
    }
    return { tenants: rows.length, bytes: (await memory()) - before };
  });
}
