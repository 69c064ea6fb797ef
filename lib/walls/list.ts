import { desc, eq } from "drizzle-orm";
import { walls } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { WALL, type Wall } from "./wall";

/** More televisions than an office has. */
const MOST = 200;

/** Displays, newest first, those taken down among them: the 200 newest. */
export async function listWalls(at: TenantScope): Promise<Wall[]> {
  at.must("walls:write");
  return at.read((db) => db.select(WALL).from(walls).orderBy(desc(walls.id)).limit(MOST));
}

/** One display. Throws 404. */
export async function getWall(at: TenantScope, id: string): Promise<Wall> {
  at.must("walls:write");
  if (!isUuid(id)) throw notFound();
  const [found] = await at.read((db) => db.select(WALL).from(walls).where(eq(walls.id, id)));
  if (!found) throw notFound();
  return found;
}
