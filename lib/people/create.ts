import { z } from "zod";
import { people } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { EmailText, NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import type { Person } from "./find";

const CreatePerson = z.strictObject({
  email: EmailText,
  name: NameText.optional(),
  role: z.enum(["owner", "admin", "member"]),
  password: z.string(),
});

/**
 * Adds somebody who can sign in; without a name, the address gives one.
 * Throws 422 `invalid` or `password_invalid`, 409 `email_taken` within this tenant.
 */
export async function createPerson(at: TenantScope, input: unknown): Promise<Person> {
  at.must("people:write");
  const { email, name, role, password } = validate(CreatePerson, input);
  const person = { id: newId(), email, name: name ?? email.split("@")[0] ?? email, role };
  const passwordHash = await hashPassword(password);
  const stored = await at.write((db) =>
    db
      .insert(people, { ...person, passwordHash })
      .onConflictDoNothing()
      .returning({ id: people.id }),
  );
  if (!stored[0]) throw new AppError("conflict", "email_taken", "Somebody has this e-mail address already.");
  return person;
}
