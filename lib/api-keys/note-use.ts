import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { log } from "@/lib/log";
import { outsideOfScopes, type TenantScope } from "@/lib/tenancy/scope";

const EVERY_MS = 60_000;
const REMEMBERED = 10_000;

/** When this process last noted a key, by its id. */
const noted = new Map<string, number>();

/** Notes that a key is in use, at most once a minute, while nobody waits: a request neither fails nor slows by it. */
export function noteUse(at: TenantScope, keyId: string): void {
  const now = performance.now();
  if (now < (noted.get(keyId) ?? -EVERY_MS) + EVERY_MS) return;
  if (noted.size >= REMEMBERED) noted.clear();
  noted.set(keyId, now);
  const stale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`));
  outsideOfScopes(() =>
    at
      .write((db) => db.update(apiKeys, { lastUsedAt: sql`now()` }).where(and(eq(apiKeys.id, keyId), stale)))
      .catch((error: unknown) => log().warn({ err: error, tenant: at.tenant.slug }, "a key's use was not noted")),
  );
}
