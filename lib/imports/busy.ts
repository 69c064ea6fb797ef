import { AppError } from "@/lib/app-error";
import { processWide } from "@/lib/process-wide";

/** One file at a time comes in for a tenant, and one is worked on. Returns what gives the place back. */
export function takeTurn(what: "upload" | "job", tenantId: string): () => void {
  const busy = processWide("imports", () => new Set<string>());
  const turn = `${what} ${tenantId}`;
  if (busy.has(turn)) throw what === "upload" ? uploading() : running();
  busy.add(turn);
  return () => busy.delete(turn);
}

function uploading(): AppError {
  return new AppError("throttled", "imports_busy", "Another file is coming in. Please try again when it is here.", {
    retryAfter: 10,
  });
}

/** 409 for an import that somebody works on, or that is over. */
export function running(): AppError {
  return new AppError("conflict", "import_running", "An import is running already. Please wait until it is through.");
}
