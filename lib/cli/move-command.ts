import { type Command, Option } from "commander";
import { AppError } from "@/lib/app-error";
import { forgetOldCopies, sweepOldCopies } from "@/lib/moves/forget";
import type { Progress } from "@/lib/moves/journal";
import { type Moved, moveTenant } from "@/lib/moves/move";
import { rollBackMove } from "@/lib/moves/roll-back";
import { recordOperation } from "@/lib/operator-log/record";
import { ARCHITECTURES, type Architecture, PRIMARY } from "@/lib/tenancy/placement";
import type { Tenant } from "@/lib/tenancy/tenant";
import { asOperator, tenantAt } from "./command";
import { print, write } from "./output";

interface Options {
  to?: Architecture;
  server: string;
  forget?: boolean;
  rollBack?: boolean;
  json?: boolean;
}

export function moveCommand(tenant: Command): void {
  tenant
    .command("move")
    .description("move a tenant that is in use to another placement; run again, it goes on where it was cut off")
    .argument("<slug>")
    .addOption(new Option("--to <placement>", "where its rows shall live").choices(ARCHITECTURES))
    .option("--server <name>", "on which server", PRIMARY)
    .option("--forget", "remove what moves have left behind, at once rather than after 7 days")
    .addOption(new Option("--roll-back", "undo a move that was cut off").conflicts(["to", "forget"]))
    .option("--json", "print JSON")
    .action((slug: string, options: Options) => asOperator(async () => move(await tenantAt(slug), options)));

  tenant
    .command("sweep")
    .description("remove every old copy that was kept for 7 days; for a timer")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => asOperator(async () => print({ removed: await sweepOldCopies() }, json)));
}

async function move(tenant: Tenant, { to, server, forget, rollBack, json }: Options): Promise<void> {
  if (!to && !forget && !rollBack)
    throw new AppError("invalid", "usage", "Say where --to, or --forget, or --roll-back.");
  const progress: Progress = (step, detail) => {
    if (!json) write(`${step}${detail === undefined ? "" : `: ${detail}`}`);
  };
  const what = { tenant: tenant.id, to: to ?? "", server, forget: String(forget ?? false) };
  await recordOperation("tenant move", what);
  if (rollBack) return rollBackMove(tenant, progress);
  const moved = to && (await moveTenant(tenant, { to, server }, progress));
  const forgotten = forget ? await forgetOldCopies(tenant) : undefined;
  if (json) print({ ...(moved && asJson(tenant, moved)), ...(forget && { forgotten }) }, json);
  else for (const line of inWords(tenant, moved, forgotten)) write(line);
}

function asJson({ slug }: Tenant, { moved, placement, rows, hash, freezeMs }: Moved) {
  const { architecture, server } = placement;
  return { slug, moved, placement: architecture, server, rows, hash, freeze_ms: freezeMs };
}

function inWords({ slug }: Tenant, moved: Moved | undefined, forgotten: number | undefined): string[] {
  const lines: string[] = [];
  if (moved && !moved.moved) lines.push(`${slug} is there already: ${moved.placement.architecture}`);
  if (moved?.moved) {
    lines.push(`${slug} lives in ${moved.placement.architecture} on ${moved.placement.server} now`);
    lines.push(
      `${moved.rows} rows, alike on both sides (${moved.hash ?? "compared before"}); writes waited ${moved.freezeMs} ms`,
    );
    if (forgotten === undefined) lines.push("the old copy is kept behind a fence for 7 days, or until --forget");
  }
  if (forgotten !== undefined) lines.push(`${forgotten} old ${forgotten === 1 ? "copy" : "copies"} removed`);
  return lines;
}
