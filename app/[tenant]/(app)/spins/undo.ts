import type { Spin } from "@/lib/spins/types";

/** What a spin says, as the way back to it is kept. */
export function contentOf({ id, spinner, person, durationMs, spunAt }: Spin): string[] {
  return [id, spinner.id, person.id, String(durationMs), spunAt];
}

/** The same as the verbs take it. */
export function spinOf([id = "", spinner = "", person = "", duration, spun_at = ""]: string[]) {
  return { id, spinner, person, duration_ms: Number(duration), spun_at };
}
