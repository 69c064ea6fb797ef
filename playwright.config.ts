import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/setup/browser";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/setup/stack.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    // A sandbox needs rights that root in a container does not have.
    launchOptions: { args: ["--no-sandbox"], ...(executablePath && { executablePath }) },
    trace: "retain-on-failure",
  },
});
