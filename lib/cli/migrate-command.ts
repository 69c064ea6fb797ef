import { type Command, InvalidArgumentError } from "commander";
import { migrate } from "@/lib/db/migrate";
import type { Migrated } from "@/lib/db/migration-report";
import { EXIT, withAdminUrl } from "./command";
import { print, write } from "./output";

interface Options {
  only?: string;
  jobs: number;
  json?: boolean;
}

export function migrateCommand(program: Command): void {
  program
    .command("migrate")
    .description("bring the catalog and every placement up to date")
    .option("--only <slug>", "only the placement of this tenant")
    .option("--jobs <n>", "placements at a time", wholeNumber, 4)
    .option("--json", "print JSON")
    .action(({ json, ...options }: Options) =>
      withAdminUrl(async (url) => {
        const done = await migrate(url, options);
        print(json ? done : changed(done), json);
        if (!json) write(summary(done));
        if (done.some(({ reason }) => reason !== undefined)) process.exitCode = EXIT.failed;
      }),
    );
}

/** A thousand placements that are as they were are one number, not a thousand lines. */
function changed(done: Migrated[]): Migrated[] {
  return done.filter(({ result }) => result !== "up to date");
}

function summary(done: Migrated[]): string {
  const counts = new Map<string, number>();
  for (const { result } of done) counts.set(result, (counts.get(result) ?? 0) + 1);
  return [...counts].map(([result, count]) => `${count} ${result}`).join(", ");
}

/** An option that counts something. Throws what the parser turns into wrong use. */
export function wholeNumber(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(given);
}
