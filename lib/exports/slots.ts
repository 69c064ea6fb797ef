import { AppError } from "@/lib/app-error";
import { processWide } from "@/lib/process-wide";

/** Exports of one tenant that this process writes at once: each holds a connection for as long as its client reads. */
const AT_ONCE = 2;
const RETRY_AFTER_S = 10;

/** Takes one of a tenant's places; returns what gives it back. Throws 429 `exports_busy`. */
export function takeSlot(tenantId: string): () => void {
  const taken = processWide("exports", () => new Map<string, number>());
  const others = taken.get(tenantId) ?? 0;
  if (others >= AT_ONCE) {
    throw new AppError("throttled", "exports_busy", "Other exports are running. Please try again in a moment.", {
      retryAfter: RETRY_AFTER_S,
    });
  }
  taken.set(tenantId, others + 1);
  return () => {
    const left = (taken.get(tenantId) ?? 1) - 1;
    if (left > 0) taken.set(tenantId, left);
    else taken.delete(tenantId);
  };
}
