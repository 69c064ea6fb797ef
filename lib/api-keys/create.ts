import { z } from "zod";
import { apiKeys } from "@/drizzle/tenant/schema";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { hashKey, newKey } from "./key";

const CreateKey = z.strictObject({ name: NameText, scope: z.enum(["read", "write"]).default("write") });

export interface CreatedKey {
  id: string;
  name: string;
  scope: "read" | "write";
  /** Shown now and never again: only its hash is stored. */
  key: string;
}

/** Makes a key for a device or another system. Throws 422 `invalid`. */
export async function createKey(at: TenantScope, input: unknown): Promise<CreatedKey> {
  at.must("keys:write");
  const { name, scope } = validate(CreateKey, input);
  const key = newKey();
  const row = { id: newId(), name, scope };
  await at.write((db) => db.insert(apiKeys, { ...row, keyHash: hashKey(key) }));
  return { ...row, key };
}
