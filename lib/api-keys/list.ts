import { desc, eq, lt } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { readCursor } from "@/lib/cursor";
import { cutPage, type Page } from "@/lib/page";
import type { KeyScope } from "@/lib/tenancy/actor";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface KeyLine {
  id: string;
  name: string;
  scope: KeyScope;
  createdAt: Date;
  /** To the minute or so. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** All of a key but what it is known by. */
const LINE = {
  id: apiKeys.id,
  name: apiKeys.name,
  scope: apiKeys.scope,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
};

/** Keys, newest first, revoked ones among them. Throws 400 `cursor_invalid`. */
export async function listKeys(
  at: TenantScope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<KeyLine>> {
  at.must("keys:write");
  const [last] = cursor === undefined ? [] : readCursor(at.tenant.id, cursor);
  const older = last === undefined ? undefined : lt(apiKeys.id, last);
  const rows = await at.read((db) =>
    db
      .select(LINE)
      .from(apiKeys)
      .where(older)
      .orderBy(desc(apiKeys.id))
      .limit(limit + 1),
  );
  return cutPage(at.tenant.id, rows, limit, (row) => [row.id]);
}

/** One key. Throws 404. */
export async function getKey(at: TenantScope, id: string): Promise<KeyLine> {
  at.must("keys:write");
  if (!isUuid(id)) throw notFound();
  const [found] = await at.read((db) => db.select(LINE).from(apiKeys).where(eq(apiKeys.id, id)));
  if (!found) throw notFound();
  return found;
}
