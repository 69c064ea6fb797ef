/** What a column of a file may be. */
export const FIELDS = ["spun_at", "spinner", "person", "duration_ms", "duration_s", "id"] as const;

export type Field = (typeof FIELDS)[number];

/** The field of each column of a file, in order; null: left out. */
export type Columns = readonly (Field | null)[];

const ALSO_CALLED: Record<string, Field> = {
  time: "spun_at",
  timestamp: "spun_at",
  email: "person",
  "e-mail": "person",
  user: "person",
  duration: "duration_ms",
  seconds: "duration_s",
  duration_seconds: "duration_s",
};

/** The field that a column's name stands for; undefined for a name that says nothing to us. */
export function fieldCalled(name: string): Field | undefined {
  const key = columnKey(name);
  return FIELDS.find((field) => field === key) ?? ALSO_CALLED[key];
}

/** A column's name as compared: `Spun At` is `spun_at`. */
export function columnKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, "_");
}
