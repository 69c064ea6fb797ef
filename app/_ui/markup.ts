const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** HTML in which every value has been escaped: only `html` makes it. */
export class Markup {
  readonly #text: string;

  constructor(strings: TemplateStringsArray, values: readonly Value[]) {
    this.#text = String.raw({ raw: strings }, ...values.map(written));
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** A piece of HTML; what stands in `${}` is text, and is escaped, unless it is such a piece itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(strings, values);
}

function written(value: Value): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === "object") return value.join("");
  return String(value).replace(/[&<>"']/g, (character) => ESCAPED[character] ?? "");
}
