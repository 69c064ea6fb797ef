import { lt, sql } from "drizzle-orm";
import { operatorSessions } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";
import { hashOf, newToken } from "./token";

export const SESSION_HOURS = 12;

/** Opens a session for an operator and returns its token. It ends by the database's clock. */
export async function openSession(operatorId: string): Promise<string> {
  const token = newToken();
  const expiresAt = sql`now() + ${`${SESSION_HOURS} hours`}::interval`;
  await writeCatalog(async (db) => {
    await db.delete(operatorSessions).where(lt(operatorSessions.expiresAt, sql`now()`));
    await db.insert(operatorSessions).values({ id: newId(), operatorId, tokenHash: hashOf(token), expiresAt });
  });
  return token;
}
