import type { Command } from "commander";
import { addServer } from "@/lib/servers/add";
import { listServers } from "@/lib/servers/list";
import { asOperator } from "./command";
import { print } from "./output";

export function serversCommand(program: Command): void {
  const server = program.command("server").description("where tenants' own databases may be placed");

  server
    .command("add")
    .argument("<name>")
    .argument("<url>", "an administrator's address there: postgres://…")
    .option("--json", "print JSON")
    .action((name: string, url: string, { json }: { json?: boolean }) =>
      asOperator(async () => print(await addServer({ name, url }), json)),
    );

  server
    .command("list")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => asOperator(async () => print(await listServers(), json)));
}
