import { sql } from "drizzle-orm";
import { sessions } from "@/drizzle/tenant/schema";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";

export const SESSION_DAYS = 30;

/** Opens a session for a person and returns its id. It ends by the database's clock. */
export async function openSession(at: TenantScope, personId: string): Promise<string> {
  const id = newId();
  const expiresAt = sql`now() + ${`${SESSION_DAYS} days`}::interval`;
  await at.write((db) => db.insert(sessions, { id, personId, expiresAt }));
  return id;
}
