import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{app,lib,drizzle,e2e}/**/*.test.{ts,tsx}"],
    globalSetup: ["e2e/setup/build.ts", "e2e/setup/database.ts"],
    // One PostgreSQL for all; files run side by side, each with tenants of its own.
    maxWorkers: 2,
    reporters: ["dot"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
