/** Texts as one parameter, for `= ANY($1::text[])`: a statement's text then does not vary with their number. */
export function pgArray(values: Iterable<string>): string {
  return `{${[...values].map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
