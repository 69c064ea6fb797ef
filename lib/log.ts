import pino from "pino";
import { settings } from "./env";
import { processWide } from "./process-wide";

/** Structured logs on standard output: a line of JSON an event. Never a body, a secret or a query's values. */
export function log(): pino.Logger {
  return processWide("log", () =>
    pino({
      level: settings().logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    }),
  );
}

/** An error without what a driver hangs on it: parameters and rows are customers' data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: "not an error" };
  const code = "code" in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { name: error.name, code, message: error.message, stack: error.stack, cause };
}
