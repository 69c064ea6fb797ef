import { parseArgs } from "node:util";
import buildOnce from "../setup/build";
import { checkLoss } from "./check-loss";

/*
 * `npm run loss -- [--kills 50] [--spins 100000] [--seconds 60] [--sabotage]`: kills PostgreSQL and the web process
 * under writers, and says what was lost. Without options: 50 kills and 100,000 acknowledged spins.
 */

const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    spins: { type: "string" },
    seconds: { type: "string" },
    sabotage: { type: "boolean", default: false },
  },
});
const bounded = values.kills ?? values.spins ?? values.seconds;
await buildOnce();
const report = await checkLoss({
  kills: Number(values.kills ?? (bounded ? 0 : 50)),
  spins: Number(values.spins ?? (bounded ? 0 : 100_000)),
  seconds: Number(values.seconds ?? 0),
  sabotage: values.sabotage,
  tell: (line) => process.stderr.write(`\r${line}    `),
});
const { lost, strange, rollupFaults, ...rest } = report;
const faults = { lost: lost.length, strange: strange.length, rollup_faults: rollupFaults.length };
console.log(`\n${JSON.stringify({ ...rest, ...faults }, null, 2)}`);
const fine = lost.length + strange.length + rollupFaults.length === 0;
// Sabotaged, it has to find something.
process.exit(fine === values.sabotage ? 1 : 0);
