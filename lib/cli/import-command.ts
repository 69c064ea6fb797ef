import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { AppError } from "@/lib/app-error";
import { checkUtf8 } from "@/lib/csv/check-utf8";
import { checkHeader, settleColumns, suggestColumns } from "@/lib/imports/columns";
import { columnKey } from "@/lib/imports/fields";
import { headAndAll } from "@/lib/imports/head";
import { type RecordedFile, recordFile } from "@/lib/imports/record-file";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asOperator, operatorAt } from "./command";
import { print } from "./output";

interface Options {
  leaveOut: string[];
  json?: boolean;
}

export function importCommand(program: Command): void {
  program
    .command("import-spins")
    .description("record a CSV file of spins in a tenant, all of it or nothing")
    .argument("<slug>", "the tenant")
    .argument(
      "<file>",
      "columns spun_at, spinner, person, duration_ms or duration_s, and id if there is one; - for standard input",
    )
    .option("--leave-out <column...>", "columns to pass over", [])
    .option("--json", "print JSON")
    .action((slug: string, file: string, { leaveOut, json }: Options) =>
      asOperator(async () => {
        const at = await operatorAt(slug);
        print(await unlessFaulty(recordFrom(at, file, leaveOut)), json);
      }),
    );
}

async function recordFrom(at: TenantScope, file: string, leaveOut: string[]): Promise<RecordedFile> {
  const { head, all: chunks } = await headAndAll(checkUtf8(file === "-" ? process.stdin : createReadStream(file)));
  checkHeader(head.header);
  const left = new Set(leaveOut.map(columnKey));
  const suggested = suggestColumns(head.header);
  const choices = head.header.map((name, index) => (left.has(columnKey(name)) ? "" : suggested[index]));
  const mapping = { delimiter: head.delimiter, columns: settleColumns(head.header, choices) };
  let begun = false;
  return at.write(async (db) => {
    // What has been read of a stream is gone: the file is to be given again.
    if (begun) throw new AppError("unavailable", "unavailable", "The database was lost half-way. Nothing was stored.");
    begun = true;
    return recordFile(at, db, { chunks, mapping, watch: ({ rows }) => tell(rows) });
  });
}

function tell(rows: number): void {
  process.stderr.write(`\r${rows} rows`);
}

/** A file at fault is a command that failed, not one that was called wrongly. */
async function unlessFaulty<T>(recorded: Promise<T>): Promise<T> {
  try {
    return await recorded;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
    const { code, detail, faults } = error;
    throw new AppError("failed", code, detail, { ...(faults && { faults }) });
  } finally {
    process.stderr.write("\n");
  }
}
