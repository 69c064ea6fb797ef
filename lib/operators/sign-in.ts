import { eq } from "drizzle-orm";
import { operators } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { isPassword } from "@/lib/auth/password";
import { readCatalog } from "@/lib/db/catalog";
import { tooManyAttempts } from "@/lib/sessions/throttle";
import { EmailText } from "@/lib/text";
import { openSession } from "./open-session";
import { countAttempt, forgive } from "./throttle";

export interface Credentials {
  email: string;
  password: string;
  /** The network address that tries. */
  address: string;
}

/**
 * Opens a session for whoever knows the password, and returns its token. An address that nobody has gets the same
 * answer in the same time. Throws 401 `credentials_wrong`, 429 `too_many_attempts`.
 */
export async function signInOperator({ email: typed, password, address }: Credentials): Promise<string> {
  const email = EmailText.safeParse(typed).data ?? "";
  const counted = await countAttempt({ email, address });
  const [operator] = await readCatalog((db) =>
    db
      .select({ id: operators.id, passwordHash: operators.passwordHash })
      .from(operators)
      .where(eq(operators.email, email)),
  );
  const right = await isPassword(password, operator?.passwordHash);
  if (!operator || !right) {
    throw counted.last
      ? tooManyAttempts()
      : new AppError("unauthenticated", "credentials_wrong", "The e-mail address or the password is wrong.");
  }
  await forgive({ email, address }, counted);
  return openSession(operator.id);
}
