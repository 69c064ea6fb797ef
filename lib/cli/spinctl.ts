import { Command, CommanderError } from "commander";
import { AppError } from "@/lib/app-error";
import { SettingsError } from "@/lib/env";
import { adviseCommand } from "./advise-command";
import { EXIT, exitCode } from "./command";
import { rebuildCommand } from "./figures-commands";
import { importCommand } from "./import-command";
import { keyCommands } from "./key-commands";
import { migrateCommand } from "./migrate-command";
import { operatorCommand } from "./operator-command";
import { ownerCommands } from "./people-commands";
import { reportCommand } from "./report-command";
import { runCommand } from "./run-command";
import { serverCommands } from "./server-commands";
import { serversCommand } from "./servers-command";
import { tenantCommands } from "./tenant-commands";

const program = new Command("spinctl")
  .description("The operator's command line of Spinner Tracking")
  .exitOverride()
  .showHelpAfterError("(spinctl --help shows what there is)");

for (const add of [
  tenantCommands,
  ownerCommands,
  keyCommands,
  serverCommands,
  migrateCommand,
  serversCommand,
  runCommand,
  importCommand,
  reportCommand,
  operatorCommand,
  adviseCommand,
  rebuildCommand,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    process.stderr.write(`${report(error)}\n`);
    process.exitCode = exitCode(error);
  }
}

function report(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : "failed";
  const faults = error.faults?.map((fault) => `\n  ${fault.path} ${fault.message}`).join("") ?? "";
  return `${error.code}: ${error.detail}${faults}`;
}
