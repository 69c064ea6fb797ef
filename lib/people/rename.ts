import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { announceChange } from "@/lib/live/announce";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import { PERSON, type Person } from "./find";

export const RenamePerson = z.strictObject({ name: NameText });

/** Gives a person another name: everybody their own, owners and admins anybody's. Throws 403, 404, 422 `invalid`. */
export async function renamePerson(at: TenantScope, id: string, input: unknown): Promise<Person> {
  const oneself = at.actor.kind === "person" && at.actor.id === id;
  if (!oneself) at.must("people:write");
  const { name } = validate(RenamePerson, input);
  if (!isUuid(id)) throw notFound();
  const [renamed] = await at.write((db) => db.update(people, { name }).where(eq(people.id, id)).returning(PERSON));
  if (!renamed) throw notFound();
  announceChange(at);
  return renamed;
}
