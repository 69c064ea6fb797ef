import { eq, sql } from "drizzle-orm";
import { walls } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Takes a display down: its link opens nothing from then on, for good. Throws 404 for one that is not here. */
export async function revokeWall(at: TenantScope, id: string): Promise<void> {
  at.must("walls:write");
  if (!isUuid(id)) throw notFound();
  const revokedAt = sql`coalesce(${walls.revokedAt}, now())`;
  const done = await at.write((db) =>
    db.update(walls, { revokedAt }).where(eq(walls.id, id)).returning({ id: walls.id }),
  );
  if (!done[0]) throw notFound();
}
