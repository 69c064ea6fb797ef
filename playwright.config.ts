import { existsSync } from "node:fs";
import { defineConfig, firefox, webkit } from "@playwright/test";
import type { UnderTest } from "./e2e/fixtures/test";
import { findBrowser } from "./e2e/setup/browser";
import { ARCHITECTURES } from "./lib/tenancy/placement";

const executablePath = findBrowser();

/** What a tenant's placement could make a difference to, and so runs in each; everything else runs in one. */
const EVERYWHERE = ["api-keys", "api-spins", "article", "isolation"].map((name) => `**/${name}.spec.ts`);

/** What a person does most, for other engines than Chromium, where Playwright has them: `npx playwright install`. */
const MOST_DONE = ["dashboard", "newcomer", "recording", "without-javascript"].map((name) => `**/${name}.spec.ts`);
const ENGINES = (["firefox", "webkit"] as const).filter((name) =>
  existsSync({ firefox, webkit }[name].executablePath()),
);

/** What measures, and so runs when nothing else does. */
const ALONE = "**/lighthouse.spec.ts";

export default defineConfig<object, UnderTest>({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/setup/stack.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: [["list"]],
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  use: {
    locale: "en-GB",
    // A sandbox needs rights that root in a container does not have.
    launchOptions: { args: ["--no-sandbox"], ...(executablePath && { executablePath }) },
    // What failed leaves its page as it was heard; a whole trace (TRACE=1) takes a fifth of the time of every test.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
  },
  projects: [
    ...ARCHITECTURES.map((placement) => ({
      name: placement,
      testIgnore: ALONE,
      ...(placement !== "shared" && { testMatch: EVERYWHERE }),
      use: { placement },
    })),
    ...ENGINES.map((browserName) => ({
      name: browserName,
      testMatch: MOST_DONE,
      use: { browserName, launchOptions: {} },
    })),
    { name: "alone", testMatch: ALONE, dependencies: [...ARCHITECTURES] },
  ],
});
