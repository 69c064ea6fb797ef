import { AppError } from "@/lib/app-error";
import { sqlstateOf } from "@/lib/db/sqlstate";
import type { Place, ReportedTenant } from "./place";
import { GivenUp } from "./snapshot";

/** A tenant whose rows a report could not read. */
export interface Missing extends Pick<ReportedTenant, "id" | "slug" | "placement" | "server"> {
  /** In words that hold no address and no password. */
  reason: string;
}

/** By SQLSTATE, or its class. */
const REASONS: Record<string, string> = {
  "08": "it does not answer",
  "28": "it refuses the administrator",
  "3D000": "there is no such database",
  "3F000": "there is no such schema",
  "42501": "the role of reports may not read it",
  "42703": "a column is missing: run spinctl migrate",
  "42P01": "a table is missing",
  "53": "it has no room for one more connection",
  "55P03": "somebody holds its tables",
  "57014": "it took too long",
  "57P": "it is starting up or shutting down",
};

/** Everybody of a place that could not be read, with why. */
export function missingFrom({ tenants }: Place, error: unknown): Missing[] {
  const reason = reasonOf(error);
  return tenants.map(({ id, slug, placement, server }) => ({ id, slug, placement, server, reason }));
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError && error.cause instanceof GivenUp) return error.cause.message;
  if (error instanceof AppError && error.kind !== "unavailable") return error.detail;
  const state = sqlstateOf(error);
  if (state === undefined) return "it does not answer";
  return REASONS[state] ?? REASONS[state.slice(0, 3)] ?? REASONS[state.slice(0, 2)] ?? `it fails with ${state}`;
}
