import { and, eq, notInArray, sql } from "drizzle-orm";
import { importParts, imports } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import type { TenantScope } from "@/lib/tenancy/scope";
import { getImport } from "./get";

/** Gives an import up, whatever it is at: nothing of it stays stored. Throws 404, 409 `import_over`. */
export async function cancelImport(at: TenantScope, id: string): Promise<void> {
  await getImport(at, id);
  await at.write(async (db) => {
    const [cancelled] = await db
      .update(imports, { state: "cancelled", updatedAt: sql`now()` })
      .where(and(eq(imports.id, id), notInArray(imports.state, ["stored", "cancelled"])))
      .returning({ id: imports.id });
    if (!cancelled) throw new AppError("conflict", "import_over", "This import is over already.");
    await db.delete(importParts).where(eq(importParts.importId, id));
  });
}
