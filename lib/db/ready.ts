import { unavailable } from "@/lib/app-error";
import { CATALOG_SCHEMA } from "./catalog";
import { migrationNames, type Plane } from "./migrations";
import { catalogPool } from "./servers";
import { transact } from "./transaction";

const SCHEMAS: [string, Plane][] = [
  [CATALOG_SCHEMA, "catalog"],
  ["shared", "tenant"],
];

/** Throws 503 unless the primary answers and every migration that this code needs is applied. */
export async function checkReady(): Promise<void> {
  for (const [schema, plane] of SCHEMAS) {
    const applied = await appliedIn(schema);
    const missing = migrationNames(plane).filter((name) => !applied.has(name));
    if (missing.length > 0) throw unavailable(new Error(`not migrated: ${schema} lacks ${missing.join(", ")}`));
  }
}

async function appliedIn(schema: string): Promise<Set<string>> {
  try {
    return await transact(catalogPool(), { mode: "read", schema }, async (send) => {
      const { rows } = await send("SELECT name FROM schema_migrations");
      return new Set(rows.map(([name]) => String(name)));
    });
  } catch (error) {
    throw unavailable(error);
  }
}
