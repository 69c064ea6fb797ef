import type { Words } from "./words";

/*
 * A language that nobody speaks, known as en-XA as elsewhere: every text of the dictionary in brackets. What is seen
 * without them on a page does not come from here.
 */

/** The words of `language`, each in brackets. */
export function pseudo(language: Words): Words {
  return { ...inBrackets(language), language: "en-XA" };
}

/** The same shape, and so of the same type. */
function inBrackets<T>(words: T): T {
  return bracketed(words) as T;
}

function bracketed(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? "" : `⟦${value}⟧`;
  if (typeof value === "function") return (...given: unknown[]) => bracketed(value(...given));
  if (Array.isArray(value)) return value.map(bracketed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bracketed(inner)]));
}
