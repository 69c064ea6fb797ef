import { field } from "@/lib/http/answer-form";
import type { Choice } from "@/lib/imports/columns";
import { FIELDS } from "@/lib/imports/fields";
import { words } from "@/lib/words/words";

/** How the form says that a column is left out, and that nothing is chosen yet. */
export const LEFT_OUT = "-";
export const OPEN = "?";

/** What a column may be said to be. */
export function columnOptions() {
  const { columns } = words();
  return [
    { value: OPEN, label: columns.choose },
    ...FIELDS.map((value) => ({ value, label: columns.fields[value] })),
    { value: LEFT_OUT, label: columns.leaveOut },
  ];
}

/** What was chosen for each column, in order; undefined where the form asked about none. */
export function readChoices(data: FormData): Choice[] | undefined {
  const names = [...data.keys()].filter((name) => /^column-\d{1,4}$/.test(name));
  if (names.length === 0) return undefined;
  const choices = names.map((_, index) => field(data, `column-${index}`));
  return choices.map((chosen) => (chosen === LEFT_OUT ? "" : FIELDS.find((each) => each === chosen)));
}
