import { unavailable } from "@/lib/app-error";
import { CATALOG_SCHEMA } from "./catalog-schema";
import type { Plane } from "./migrations";
import { missingMigrations } from "./placement-version";
import { catalogPool } from "./servers";

const SCHEMAS: [string, Plane][] = [
  [CATALOG_SCHEMA, "catalog"],
  ["shared", "tenant"],
];

/** Throws 503 unless the primary answers and has every migration that this code needs. */
export async function checkReady(): Promise<void> {
  for (const [schema, plane] of SCHEMAS) {
    const missing = await missingMigrations(catalogPool(), schema, plane);
    if (missing.length > 0) throw unavailable(new Error(`not migrated: ${schema} lacks ${missing.join(", ")}`));
  }
}
