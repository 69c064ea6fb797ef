import { DrizzleQueryError } from "drizzle-orm";
import { AppError, unavailable } from "@/lib/app-error";

/* SQLSTATEs, told apart by number: constraint names are no help, as Citus appends a shard number or leaves them out. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
const TOO_SLOW = new Set(["57014", "55P03", "25P03", "53300"]);

/** The SQLSTATE of an error that PostgreSQL raised, else undefined. */
export function sqlstateOf(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code)) {
    return error.code;
  }
  return error instanceof Error && error.cause !== undefined ? sqlstateOf(error.cause) : undefined;
}

/** The error itself: Drizzle wraps one in the statement's text and its parameters, which nobody may log. */
function bare(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error;
}

/** Whether the same transaction, run again, may well succeed: a lost connection, a deadlock. */
export function isTransient(error: unknown): boolean {
  const state = sqlstateOf(error);
  if (state !== undefined) return TRY_AGAIN.has(state);
  const cause = bare(error);
  return cause instanceof AppError && cause.kind === "unavailable";
}

/** What the asker is told: 503 for what time may heal, everything else as it is. */
export function asAppError(raised: unknown): unknown {
  const error = bare(raised);
  if (error instanceof AppError) return error;
  const state = sqlstateOf(error);
  return state !== undefined && (TOO_SLOW.has(state) || TRY_AGAIN.has(state)) ? unavailable(error) : error;
}
