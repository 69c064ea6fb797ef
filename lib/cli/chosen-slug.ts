import { createInterface } from "node:readline/promises";
import { AppError } from "@/lib/app-error";
import { settings } from "@/lib/env";

/**
 * The tenant that a command is for: as given, or the one that `spinctl run` runs for, or as a person at a terminal
 * answers. Throws 422 `tenant_missing`, and `tenant_mismatch` for another one than `spinctl run` was told.
 */
export async function chosenSlug(given: string | undefined): Promise<string> {
  const { tenant } = settings();
  if (given !== undefined && tenant !== undefined && given.toLowerCase() !== tenant) {
    throw new AppError("invalid", "tenant_mismatch", `This runs for ${tenant}, not for "${given}".`);
  }
  const slug = given ?? tenant ?? (await asked());
  if (!slug) throw new AppError("invalid", "tenant_missing", "Say which tenant it belongs to.");
  return slug;
}

async function asked(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("Tenant: ")).trim();
  } finally {
    terminal.close();
  }
}
