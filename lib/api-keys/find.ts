import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { Actor } from "@/lib/tenancy/actor";
import type { TenantScope } from "@/lib/tenancy/scope";
import { hashKey, isKey } from "./key";

type KeyActor = Extract<Actor, { kind: "key" }>;

const OPEN = new Statement((db, { keyHash }: Named<"keyHash">) =>
  db
    .select({ id: apiKeys.id, scope: apiKeys.scope })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt))),
);

/** The actor that a key stands for in this tenant; undefined for one that is malformed, unknown, revoked or elsewhere's. */
export async function findKey(at: TenantScope, key: string): Promise<KeyActor | undefined> {
  if (!isKey(key)) return undefined;
  const [row] = await at.read((db) => db.run(OPEN, { keyHash: hashKey(key) }));
  return row && { kind: "key", ...row };
}
