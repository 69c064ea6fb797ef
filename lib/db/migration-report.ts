import { AppError } from "@/lib/app-error";

export interface Migrated {
  /** `catalog`, `shared`, or a tenant's address. */
  placement: string;
  result: "up to date" | "migrated" | "busy" | "failed";
  /** Names of the migrations that this run applied. */
  applied: string[];
  /** Why not. */
  reason: string | undefined;
}

/** What came of one placement, in words for the operator. */
export async function report(placement: string, step: () => Promise<string[]>): Promise<Migrated> {
  try {
    const applied = await step();
    return { placement, result: applied.length > 0 ? "migrated" : "up to date", applied, reason: undefined };
  } catch (error) {
    const reason = error instanceof AppError ? `${error.code}: ${error.detail}` : String(error);
    return { placement, result: "failed", applied: [], reason };
  }
}
