import { ownServer } from "../fixtures/own-server";

/**
 * A PostgreSQL of the tests' own, in a directory of its own, with roles and tables. Its addresses go into the
 * environment, where `e2e/fixtures` finds them. Returns what takes it down.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await ownServer();
  Object.assign(process.env, {
    DATA_DIR: server.dataDir,
    TEST_ADMIN_URL: server.adminUrl,
    DATABASE_URL: server.databaseUrl,
    AUTH_SECRET: server.authSecret,
    LOG_LEVEL: "silent",
  });
  return server.remove;
}
