import { eq } from "drizzle-orm";
import { operatorSessions } from "@/drizzle/catalog/schema";
import { writeCatalog } from "@/lib/db/catalog";
import { hashOf } from "./token";

/** Ends the session of a token; the next request with it is signed out. */
export async function closeSession(token: string): Promise<void> {
  await writeCatalog((db) => db.delete(operatorSessions).where(eq(operatorSessions.tokenHash, hashOf(token))));
}
