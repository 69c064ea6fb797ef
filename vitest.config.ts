import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };

const ALL = "{app,lib,drizzle,e2e}/**/*.test.{ts,tsx}";

/** What goes through the door, and so runs once for each placement. */
const THROUGH_THE_DOOR = [
  "lib/db/{row-security,tenant-db}.test.ts",
  "lib/figures/leaderboard.test.ts",
  "lib/spins/record.test.ts",
  "lib/tenancy/scope.test.ts",
  "lib/tenants/find.test.ts",
];

export default defineConfig({
  resolve,
  test: {
    globalSetup: ["e2e/setup/build.ts", "e2e/setup/database.ts"],
    // One PostgreSQL for all; files run side by side, each with tenants of its own.
    maxWorkers: 2,
    reporters: ["dot"],
    projects: ["shared", "schema", "database"].map((placement) => ({
      resolve,
      test: {
        name: placement,
        include: placement === "shared" ? [ALL] : THROUGH_THE_DOOR,
        env: { TEST_PLACEMENT: placement },
        testTimeout: 20_000,
        hookTimeout: 30_000,
      },
    })),
  },
});
