import { eq } from "drizzle-orm";
import { people } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { isPassword } from "@/lib/auth/password";
import type { TenantScope } from "@/lib/tenancy/scope";
import { EmailText } from "@/lib/text";
import { openSession } from "./open";
import { countAttempt, forgive, tooManyAttempts } from "./throttle";

export interface Credentials {
  email: string;
  password: string;
  address: string;
  device: string | undefined;
}

/**
 * Opens a session for whoever knows the password, and returns its id. An address that nobody has gets the same
 * answer in the same time. Throws 401 `credentials_wrong`, 429 `too_many_attempts`.
 */
export async function signInWithPassword(at: TenantScope, { password, ...who }: Credentials): Promise<string> {
  const attempt = { ...who, email: EmailText.safeParse(who.email).data ?? "" };
  const counted = await countAttempt(at, attempt);
  const [person] = await at.read((db) =>
    db.select({ id: people.id, passwordHash: people.passwordHash }).from(people).where(eq(people.email, attempt.email)),
  );
  const right = await isPassword(password, person?.passwordHash);
  if (!person || !right) {
    throw counted.last
      ? tooManyAttempts()
      : new AppError("unauthenticated", "credentials_wrong", "The e-mail address or the password is wrong.");
  }
  await forgive(at, attempt, counted);
  return openSession(at, person.id);
}
