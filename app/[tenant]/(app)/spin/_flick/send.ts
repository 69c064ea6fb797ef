import type { Finished } from "./run";

/** `later`: the run waits on, as nobody knows whether it arrived; `refused`: it never will be taken. */
export type Sent = "stored" | "later" | "signed-out" | "refused";

/** A clock that is off by less is right: an answer takes its time, and its date says whole seconds. */
const OFF_MS = 60_000;

/** Sends one run. Its id makes it safe to be sent again, from here or from another window. */
export async function send(run: Finished, person: string): Promise<Sent> {
  try {
    const spunAt = new Date(run.startedAt + (await clockError())).toISOString();
    const spin = { id: run.id, spinner: run.spinner, person, duration_ms: run.durationMs, spun_at: spunAt };
    const { ok, status } = await fetch("/api/v1/spins", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ spins: [spin] }),
    });
    // A conflict: it is stored already, by a clock that went otherwise.
    if (ok || status === 409) return "stored";
    if (status === 401) return "signed-out";
    return status === 429 || status >= 500 ? "later" : "refused";
  } catch {
    return "later";
  }
}

/** By how much the server's clock is ahead of this browser's, in ms; 0 for a clock that is right. */
async function clockError(): Promise<number> {
  const { headers } = await fetch("/api/health", { method: "HEAD" });
  const ahead = Date.parse(headers.get("date") ?? "") - Date.now();
  return Math.abs(ahead) > OFF_MS ? ahead : 0;
}
