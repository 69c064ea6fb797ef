import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/tenant/schema";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Ends a session; the next request with its cookie is signed out. */
export async function closeSession(at: TenantScope, sessionId: string): Promise<void> {
  await at.write((db) => db.delete(sessions).where(eq(sessions.id, sessionId)));
}
