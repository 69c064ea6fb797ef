import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { announceChange } from "@/lib/live/announce";
import { type Actor, may } from "@/lib/tenancy/actor";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { PERSON, type Person } from "./find";

export const RenamePerson = z.strictObject({ name: NameText });

/** Gives a person another name: everybody their own, owners and admins anybody's. Throws 403, 404, 422 `invalid`. */
export async function renamePerson(at: TenantScope, id: string, input: unknown): Promise<Person> {
  if (!mayRename(at.actor, id)) at.must("people:write");
  const { name } = validate(RenamePerson, input);
  if (!isUuid(id)) throw notFound();
  const [renamed] = await at.write((db) => db.update(people, { name }).where(eq(people.id, id)).returning(PERSON));
  if (!renamed) throw notFound();
  announceChange(at);
  return renamed;
}

/** Whether an actor may give a person another name. */
export function mayRename(actor: Actor, id: string): boolean {
  return (actor.kind === "person" && actor.id === id) || may(actor, "people:write");
}
