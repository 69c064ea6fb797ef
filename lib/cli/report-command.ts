import { type Command, InvalidArgumentError, Option } from "commander";
import { reportAverages } from "@/lib/reports/averages";
import { BOARDS, type ReportedBoard, reportLeaderboard } from "@/lib/reports/leaderboard";
import { reportLongerSpins } from "@/lib/reports/longer-spins";
import type { Missing } from "@/lib/reports/missing";
import { asOperator, EXIT } from "./command";
import { wholeNumber } from "./migrate-command";
import { print, write } from "./output";
import { entryRow, figureRow, spinRow, tenantRow } from "./report-rows";

interface Json {
  json?: boolean;
}

export function reportCommand(program: Command): void {
  const report = program.command("report").description("figures of all tenants, wherever their rows live");

  report
    .command("averages")
    .description("how long spins are, of each tenant and of all")
    .option("--json", "print JSON")
    .action(({ json }: Json) =>
      asOperator(async () => {
        const { overall, tenants, missing } = await reportAverages();
        if (json) print({ overall: figureRow(overall), tenants: tenants.map(tenantRow), missing }, json);
        else print([...tenants.map(tenantRow), { slug: "all of these", ...figureRow(overall) }], json);
        tellMissing(missing, json);
      }),
    );

  report
    .command("leaderboard")
    .description("who spins longest on average")
    .addOption(new Option("--of <what>", "of whom").choices(BOARDS).default("spinners"))
    .option("--limit <n>", "lines, 1 to 100", wholeNumber, 10)
    .option("--json", "print JSON")
    .action(({ json, ...question }: Json & { of: ReportedBoard; limit: number }) =>
      asOperator(async () => {
        const { of, entries, missing } = await reportLeaderboard(question);
        print(json ? { of, entries: entries.map(entryRow), missing } : entries.map(entryRow), json);
        tellMissing(missing, json);
      }),
    );

  report
    .command("spins")
    .description("spins longer than some seconds, longest first")
    .requiredOption("--longer-than <seconds>", "seconds, with up to three decimals", milliseconds)
    .option("--limit <n>", "lines, 1 to 1000", wholeNumber, 100)
    .option("--json", "print JSON")
    .action(({ json, longerThan: longerThanMs, limit }: Json & { longerThan: number; limit: number }) =>
      asOperator(async () => {
        const { total, spins, missing } = await reportLongerSpins({ longerThanMs, limit });
        const rows = spins.map(spinRow);
        print(json ? { longer_than_ms: longerThanMs, total, spins: rows, missing } : rows, json);
        if (!json) write(`${total} in all`);
        tellMissing(missing, json);
      }),
    );
}

/** What is not in a table is said on standard error, where a pipe leaves it to be seen. */
function tellMissing(missing: Missing[], json: boolean | undefined): void {
  if (missing.length === 0) return;
  process.exitCode = EXIT.failed;
  for (const { slug, id, placement, server, reason } of json ? [] : missing) {
    process.stderr.write(`missing: ${slug} (${id}), ${placement} on ${server}: ${reason}\n`);
  }
}

/** Whole milliseconds. Throws what the parser turns into wrong use. */
function milliseconds(given: string): number {
  const [, whole, fraction = ""] = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(given) ?? [];
  if (whole === undefined) throw new InvalidArgumentError("It must be seconds, as 93 or 93.5.");
  return Number(whole) * 1_000 + Number(fraction.padEnd(3, "0"));
}
