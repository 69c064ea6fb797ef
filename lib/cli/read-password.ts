import { text } from "node:stream/consumers";
import { AppError } from "@/lib/app-error";

/** The password on standard input: one line ending at the end is the shell's. Throws 422 `password_invalid` for none. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password, then Ctrl-D twice: ");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new AppError("invalid", "password_invalid", "Give the password on standard input.");
  return password;
}
