import { requestContext } from "@/lib/http/request-context";
import { en } from "./en";
import { localeOf } from "./locale";

/** The shape of every language: texts, and functions that put values into one. */
export type Words = typeof en;

const LANGUAGES: Record<string, Words> = { en };

/** The words in the language of whoever reads this answer; English where there are none in it. */
export function words(): Words {
  return LANGUAGES[new Intl.Locale(readerLocale()).language] ?? en;
}

/** How whoever reads this answer writes numbers and dates, as a BCP 47 tag: `en-GB`, `de-DE`. */
export function readerLocale(): string {
  return localeOf(requestContext().languages);
}
