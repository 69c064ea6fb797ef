import { z } from "zod";
import { operators } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { hashPassword } from "@/lib/auth/password";
import { writeCatalog } from "@/lib/db/catalog";
import { newId } from "@/lib/new-id";
import { EmailText, NameText } from "@/lib/text";
import { validate } from "@/lib/validate";
import type { Operator } from "./operator";

const CreateOperator = z.strictObject({ email: EmailText, name: NameText.optional(), password: z.string() });

/**
 * Adds an account for the operator's console; without a name, the address gives one.
 * Throws 422 `invalid` or `password_invalid`, 409 `email_taken` among operators.
 */
export async function createOperator(input: unknown): Promise<Operator> {
  const { email, name, password } = validate(CreateOperator, input);
  const operator = { id: newId(), email, name: name ?? email.split("@")[0] ?? email };
  const passwordHash = await hashPassword(password);
  const stored = await writeCatalog((db) =>
    db
      .insert(operators)
      .values({ ...operator, passwordHash })
      .onConflictDoNothing()
      .returning({ id: operators.id }),
  );
  if (!stored[0]) throw new AppError("conflict", "email_taken", "An operator has this e-mail address already.");
  return operator;
}
