import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { imports } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { FIELDS } from "./fields";
import type { Import } from "./types";

/** Who works on an import says so twice a second. */
export const SILENT = sql.raw("interval '15 seconds'");

const StoredMapping = z
  .object({ delimiter: z.enum([",", ";"]), columns: z.array(z.enum(FIELDS).nullable()) })
  .nullable();
const StoredFaults = z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).nullable();

/** One import. Throws 403 for who may not import, 404. */
export async function getImport(at: TenantScope, id: string): Promise<Import> {
  if (!isUuid(id)) throw notFound();
  const [found] = await select(at, eq(imports.id, id), 1);
  if (!found) throw notFound();
  return found;
}

/** The latest imports, newest first. */
export function latestImports(at: TenantScope, limit: number): Promise<Import[]> {
  return select(at, undefined, limit);
}

async function select(at: TenantScope, condition: SQL | undefined, limit: number): Promise<Import[]> {
  at.must("spins:import");
  const rows = await at.read((db) =>
    db
      .select({
        id: imports.id,
        fileName: imports.fileName,
        state: imports.state,
        mapping: imports.mapping,
        bytes: imports.bytes,
        progress: imports.progress,
        rows: imports.rows,
        accepted: imports.accepted,
        duplicates: imports.duplicates,
        faults: imports.faults,
        interrupted: sql<boolean>`${imports.state} IN ('checking', 'storing')
          AND ${imports.updatedAt} < now() - ${SILENT}`.mapWith(Boolean),
      })
      .from(imports)
      .where(and(condition))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit),
  );
  return rows.map((row) => ({
    ...row,
    mapping: StoredMapping.parse(row.mapping),
    faults: StoredFaults.parse(row.faults) ?? [],
  }));
}
