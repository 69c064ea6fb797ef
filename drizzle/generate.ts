import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * `npm run generate -- --name=WHAT`: writes a migration for what changed in the schemas, and
 * takes out the schema names that the kit puts into foreign keys: a migration
 * must run in any schema.
 */

for (const plane of ["catalog", "tenant"]) {
  execFileSync("drizzle-kit", ["generate", `--config=drizzle/${plane}/drizzle.config.ts`, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  const folder = join("drizzle", plane, "migrations");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql"))) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll('"public".', ""));
  }
}
