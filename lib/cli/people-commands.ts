import type { Command } from "commander";
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
