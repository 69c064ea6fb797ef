import { and, eq, gt, sql } from "drizzle-orm";
import { operatorSessions, operators } from "@/drizzle/catalog/schema";
import { readCatalog } from "@/lib/db/catalog";
import type { Operator } from "./operator";
import { hashOf } from "./token";

/** The operator whose session is open now under this token, else undefined. */
export async function findSession(token: string): Promise<Operator | undefined> {
  const [operator] = await readCatalog((db) =>
    db
      .select({ id: operators.id, email: operators.email, name: operators.name })
      .from(operatorSessions)
      .innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
      .where(and(eq(operatorSessions.tokenHash, hashOf(token)), gt(operatorSessions.expiresAt, sql`now()`))),
  );
  return operator;
}
