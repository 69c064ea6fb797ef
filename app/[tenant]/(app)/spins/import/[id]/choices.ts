import { field } from "@/lib/http/answer-form";
import type { Choice } from "@/lib/imports/columns";
import { FIELDS } from "@/lib/imports/fields";

/** How the form says that a column is left out, and that nothing is chosen yet. */
export const LEFT_OUT = "-";
export const OPEN = "?";

const NAMES: Record<(typeof FIELDS)[number], string> = {
  spun_at: "When it was spun",
  spinner: "Spinner",
  person: "Person",
  duration_ms: "Duration in milliseconds",
  duration_s: "Duration in seconds",
  id: "Id",
};

export const OPTIONS = [
  { value: OPEN, label: "Choose…" },
  ...FIELDS.map((value) => ({ value, label: NAMES[value] })),
  { value: LEFT_OUT, label: "Leave out" },
];

/** What was chosen for each column, in order; undefined where the form asked about none. */
export function readChoices(data: FormData): Choice[] | undefined {
  const names = [...data.keys()].filter((name) => /^column-\d{1,4}$/.test(name));
  if (names.length === 0) return undefined;
  const choices = names.map((_, index) => field(data, `column-${index}`));
  return choices.map((chosen) => (chosen === LEFT_OUT ? "" : FIELDS.find((each) => each === chosen)));
}
