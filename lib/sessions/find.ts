import { and, eq, gt, sql } from "drizzle-orm";
import { people, sessions } from "@/drizzle/tenant/schema";
import { type Named, Statement } from "@/lib/db/statement";
import type { Actor } from "@/lib/tenancy/actor";
import type { TenantScope } from "@/lib/tenancy/scope";

const OPEN = new Statement((db, { sessionId }: Named<"sessionId">) =>
  db
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, sql`now()`))),
);

/** The person of a session that is open now, with the role of now; else undefined. */
export async function findSession(
  at: TenantScope,
  sessionId: string,
): Promise<Extract<Actor, { kind: "person" }> | undefined> {
  const [row] = await at.read((db) => db.run(OPEN, { sessionId }));
  return row && { kind: "person", sessionId, ...row };
}
