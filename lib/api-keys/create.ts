import { z } from "zod";
import { apiKeys } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { newId } from "@/lib/new-id";
import { Uuid } from "@/lib/spins/input";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { hashKey, newKey } from "./key";

export const CreateKey = z.strictObject({
  /** Chosen by a form, so that sending it twice makes one key. */
  id: Uuid.optional(),
  name: NameText,
  scope: z.enum(["read", "write"], "must be read or write").default("write"),
});

export interface CreatedKey {
  id: string;
  name: string;
  scope: "read" | "write";
  /** Shown now and never again: only its hash is stored. */
  key: string;
}

/** Makes a key for a device or another system. Throws 422 `invalid`, 409 `key_made` for an id that was sent before. */
export async function createKey(at: TenantScope, input: unknown): Promise<CreatedKey> {
  at.must("keys:write");
  const { id = newId(), name, scope } = validate(CreateKey, input);
  const key = newKey();
  const row = { id, name, scope };
  const createdBy = at.actor.kind === "person" ? at.actor.id : null;
  const stored = await at.write((db) =>
    db
      .insert(apiKeys, { ...row, createdBy, keyHash: hashKey(key) })
      .onConflictDoNothing()
      .returning({ id: apiKeys.id }),
  );
  if (stored[0]) return { ...row, key };
  throw new AppError("conflict", "key_made", "This key was made already, and a key is shown only once. Make another.");
}
