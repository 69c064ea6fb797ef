import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import catalogJournal from "@/drizzle/catalog/migrations/meta/_journal.json" with { type: "json" };
import tenantJournal from "@/drizzle/tenant/migrations/meta/_journal.json" with { type: "json" };

export type Plane = "catalog" | "tenant";

export interface Migration {
  name: string;
  /** SHA-256 of the file: one that was applied must never change. */
  hash: string;
  statements: string[];
}

const JOURNALS = { catalog: catalogJournal, tenant: tenantJournal };

/** The names of a plane's migrations, oldest first: what this code needs to find applied. */
export function migrationNames(plane: Plane): string[] {
  return JOURNALS[plane].entries.map((entry) => entry.tag);
}

/** The migrations themselves, read from the files beside this code. */
export function readMigrations(plane: Plane): Migration[] {
  return migrationNames(plane).map((name) => {
    const text = readFileSync(join(process.cwd(), "drizzle", plane, "migrations", `${name}.sql`), "utf8");
    return {
      name,
      hash: createHash("sha256").update(text).digest("hex"),
      statements: text.split("--> statement-breakpoint").map((statement) => statement.trim().replace(/;$/, "")),
    };
  });
}

/** Says of a placement, in a comment on it, that it has all of these. */
export function markOf(migrations: Migration[]): string {
  const hash = createHash("sha256");
  for (const { name, hash: text } of migrations) hash.update(`${name} ${text}\n`);
  return `migrated to ${migrations.at(-1)?.name} ${hash.digest("hex").slice(0, 16)}`;
}
