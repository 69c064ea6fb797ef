import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import type { WebProcess } from "@/lib/cli/web-process";

/** `kill -9` of PostgreSQL, the whole of it at once, and its start. */
export async function killPostgres(dataDir: string): Promise<void> {
  const postmaster = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n", 1)[0]);
  for (const pid of [postmaster, ...childrenOf(postmaster)]) kill(pid);
  await embeddedPostgres(dataDir);
}

/** `kill -9` of the web process; whoever keeps it starts it again. */
export function killWeb(web: WebProcess): void {
  if (web.pid !== undefined) kill(web.pid);
}

function childrenOf(pid: number): number[] {
  try {
    return execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" })
      .split("\n")
      .map(Number)
      .filter((child) => child > 0);
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was gone already.
  }
}
