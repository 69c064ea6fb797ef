import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/**
 * A Chromium for the tests: Playwright's own, fetched if need be; else the system's; else Debian's package.
 * Returns the path of one that is not Playwright's own. Throws where there is none to be had.
 */
export function findBrowser(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  const here = SYSTEM.find(existsSync);
  if (here) return here;
  if (attempt("npx", ["playwright", "install", "chromium"]) && existsSync(chromium.executablePath())) return undefined;
  const sudo = userInfo().uid === 0 ? [] : ["sudo", "-n"];
  const steps = [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ];
  for (const step of steps) {
    const [command = "", ...rest] = [...sudo, ...step];
    attempt(command, rest);
  }
  const installed = SYSTEM.find(existsSync);
  if (!installed)
    throw new Error("no Chromium: run `npx playwright install chromium`, or install your system's package");
  return installed;
}

function attempt(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
}
