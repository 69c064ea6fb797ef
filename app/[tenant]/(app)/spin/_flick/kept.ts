import type { Finished, Run } from "./run";

/** What a browser keeps for one person: the run that goes on, and those that are not sent yet. */
export interface Kept {
  running: Run | null;
  waiting: Finished[];
}

const NOTHING: Kept = { running: null, waiting: [] };

const nameOf = (person: string) => `spinner-runs:${person}`;

/** What was kept for `person`; nothing where a browser keeps nothing, or what it kept is not ours. */
export function load(person: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(person)) ?? "null");
    return isKept(kept) ? kept : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Keeps it, if the browser does; a private window may not. */
export function save(person: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(person), JSON.stringify(kept));
  } catch {
    // The run goes on, and is lost only with the page.
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("running" in value) || !("waiting" in value)) return false;
  return typeof value.running === "object" && Array.isArray(value.waiting);
}
