import { type Result, runSteps } from "./steps";

/** Format and lint with the import walls, types, unused code: side by side, as they share nothing. */
export function runChecks(): Promise<Result[]> {
  return runSteps([
    { name: "biome", command: ["npx", "biome", "check", "--error-on-warnings", "."] },
    { name: "types", command: ["npx", "tsc", "--noEmit"] },
    { name: "unused code", command: ["npx", "knip"] },
  ]);
}
