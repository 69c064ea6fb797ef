import { and, eq, isNull } from "drizzle-orm";
import { walls } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { type Named, Statement } from "@/lib/db/statement";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Tenant } from "@/lib/tenancy/tenant";
import { wallOfLink } from "./link";
import { WALL, type Wall } from "./wall";

const OPEN = new Statement((db, { id }: Named<"id">) =>
  db
    .select(WALL)
    .from(walls)
    .where(and(eq(walls.id, id), isNull(walls.revokedAt))),
);

export interface OpenWall {
  wall: Wall;
  /** A scope that may read figures, and nothing else. */
  at: TenantScope;
}

/** The display that a link opens. Throws 404 alike for a link that is made up, another tenant's, or revoked. */
export async function openWall(tenant: Tenant, link: string): Promise<OpenWall> {
  const id = wallOfLink(tenant.id, link);
  if (!id) throw notFound();
  const at = new TenantScope(tenant, { kind: "display", id });
  const [wall] = await at.read((db) => db.run(OPEN, { id }));
  if (!wall) throw notFound();
  return { wall, at };
}
