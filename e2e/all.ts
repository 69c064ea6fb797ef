import { stripVTControlCharacters } from "node:util";
import { runChecks } from "./setup/checks";
import { type Result, runStep } from "./setup/steps";

/** `npm test`: every check there is, and a closing line that counts them. */
const checks = await runChecks();
const vitest = await runStep({ name: "vitest", command: ["npx", "vitest", "run"] }, true);
const playwright = await runStep({ name: "playwright", command: ["npx", "playwright", "test"] }, true);

const runs = [vitest, playwright].map(countOf);
const passed = checks.filter(({ ok }) => ok).length + runs.reduce((sum, run) => sum + run.passed, 0);
const failed = checks.filter(({ ok }) => !ok).length + runs.reduce((sum, run) => sum + run.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** The counts in a runner's summary; a run that failed otherwise, or ran nothing, counts as one failure. */
function countOf({ ok, output }: Result): { passed: number; failed: number } {
  const text = stripVTControlCharacters(output);
  const lines = text.match(/^ +(Test Files +.*|Tests +.*|\d+ failed|\d+ passed \(.*\))$/gm) ?? [];
  // The most that a line says: a file may fail before any of its tests.
  const most = (what: RegExp) => Math.max(0, ...lines.map((line) => Number(what.exec(line)?.[1] ?? 0)));
  const [passed, failed] = [most(/(\d+) passed/), most(/(\d+) failed/)];
  return { passed, failed: failed + Number((!ok && failed === 0) || passed === 0) };
}
