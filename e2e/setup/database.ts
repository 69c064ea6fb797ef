import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareServer } from "@/lib/cli/app-access";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";

/**
 * A PostgreSQL of the tests' own, in a directory of its own, with roles and tables. Its addresses go into the
 * environment, where `e2e/fixtures` finds them. Returns what takes it down.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "spinner-tracking-test-"));
  const server = await embeddedPostgres(dataDir);
  const access = await prepareServer(server.adminUrl, dataDir);
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    TEST_ADMIN_URL: server.adminUrl,
    DATABASE_URL: access.databaseUrl,
    AUTH_SECRET: access.authSecret,
    LOG_LEVEL: "silent",
  });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
