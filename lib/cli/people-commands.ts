import { type Command, Option } from "commander";
import { createKey } from "@/lib/api-keys/create";
import { createPerson } from "@/lib/people/create";
import { chosenSlug } from "./chosen-slug";
import { asOperator, operatorAt } from "./command";
import { print } from "./output";
import { readPassword } from "./read-password";

export function ownerCommands(program: Command): void {
  program
    .command("owner")
    .description("people who own a tenant")
    .command("create")
    .argument("[slug]", "the tenant; inside of spinctl run, the one it runs for")
    .requiredOption("--email <email>")
    .option("--name <name>")
    .option("--json", "print JSON")
    .addHelpText("after", "\nThe password is read from standard input.")
    .action((slug: string | undefined, { json, ...who }: { email: string; name?: string; json?: boolean }) =>
      asOperator(async () => {
        const at = await operatorAt(await chosenSlug(slug));
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
    .argument("[slug]", "the tenant; inside of spinctl run, the one it runs for")
    .requiredOption("--name <name>")
    .addOption(new Option("--scope <scope>", "what it may do").choices(["read", "write"]).default("write"))
    .option("--json", "print JSON")
    .action((slug: string | undefined, { json, ...key }: { name: string; scope: string; json?: boolean }) =>
      asOperator(async () => print(await createKey(await operatorAt(await chosenSlug(slug)), key), json)),
    );
}
