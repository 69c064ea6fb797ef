import { runChecks } from "./setup/checks";

/** `npm run check` */
const results = await runChecks();
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
