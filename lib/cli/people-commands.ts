import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { createKey } from "@/lib/api-keys/create";
import { AppError } from "@/lib/app-error";
import { createPerson } from "@/lib/people/create";
import { asOperator, operatorAt } from "./command";
import { print } from "./output";

export function ownerCommands(program: Command): void {
  program
    .command("owner")
    .description("people who own a tenant")
    .command("create")
    .argument("<slug>")
    .requiredOption("--email <email>")
    .option("--name <name>")
    .option("--json", "print JSON")
    .addHelpText("after", "\nThe password is read from standard input.")
    .action((slug: string, { json, ...who }: { email: string; name?: string; json?: boolean }) =>
      asOperator(async () => {
        const at = await operatorAt(slug);
        const password = await readPassword();
        print(await createPerson(at, { ...who, role: "owner", password }), json);
      }),
    );
}

export function keyCommands(program: Command): void {
  program
    .command("key")
    .description("keys of devices and other systems")
    .command("create")
    .argument("<slug>")
    .requiredOption("--name <name>")
    .addOption(new Option("--scope <scope>", "what it may do").choices(["read", "write"]).default("write"))
    .option("--json", "print JSON")
    .action((slug: string, { json, ...key }: { name: string; scope: string; json?: boolean }) =>
      asOperator(async () => print(await createKey(await operatorAt(slug), key), json)),
    );
}

/** One line ending at the end is the shell's, everything else is the password's. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password, then Ctrl-D twice: ");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new AppError("invalid", "password_invalid", "Give the password on standard input.");
  return password;
}
