import type { Command } from "commander";
import { recordOperation } from "@/lib/operator-log/record";
import { createOperator } from "@/lib/operators/create";
import { asOperator } from "./command";
import { print } from "./output";
import { readPassword } from "./read-password";

export function operatorCommand(program: Command): void {
  program
    .command("operator")
    .description("accounts of the operator's console, on admin.<root domain>")
    .command("create")
    .requiredOption("--email <email>")
    .option("--name <name>")
    .option("--json", "print JSON")
    .addHelpText("after", "\nThe password is read from standard input.")
    .action(({ json, ...who }: { email: string; name?: string; json?: boolean }) =>
      asOperator(async () => {
        const password = await readPassword();
        await recordOperation("operator create", { email: who.email });
        print(await createOperator({ ...who, password }), json);
      }),
    );
}
