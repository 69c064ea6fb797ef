import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { AppError } from "@/lib/app-error";

const SHORTEST = 8;
const LONGEST = 128;

const COMMON = new Set(dictionary["passwords-common"].filter((word) => word.length >= SHORTEST));

/**
 * A new password's argon2id hash, with the parameters that OWASP's password storage sheet gives (19 MiB, 2 passes).
 * Every character counts, spaces and NUL too. Throws 422 `password_invalid` before any hashing.
 */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) throw invalid(`A password has ${SHORTEST} to ${LONGEST} characters.`);
  if (COMMON.has(password.toLowerCase())) throw invalid("This password is among the first that anybody would try.");
  return hash(Buffer.from(password));
}

/** Whether `password` is the one that was hashed. Takes the same time for no hash at all. */
export async function isPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  if ([...password].length > LONGEST) return isPassword("", undefined);
  const right = await verify(hashed ?? (await nobodys()), Buffer.from(password));
  return right && typeof hashed === "string";
}

let nobody: Promise<string> | undefined;

function nobodys(): Promise<string> {
  nobody ??= hash(Buffer.from("nobody has this password"));
  return nobody;
}

function invalid(message: string): AppError {
  const faults = [{ path: "password", code: "password_invalid", message }];
  return new AppError("invalid", "password_invalid", message, { faults });
}
