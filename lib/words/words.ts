import { requestContext } from "@/lib/http/request-context";
import { en } from "./en";
import { localeOf } from "./locale";
import { pseudo } from "./pseudo";

/** The shape of every language: texts, and functions that put values into one. */
export type Words = typeof en;

const LANGUAGES: Record<string, Words> = { en };
const PSEUDO = "en-XA";

let bracketed: Words | undefined;

/** The words in the language of whoever reads this answer; English where there are none in it. */
export function words(): Words {
  if (requestContext().languages?.startsWith(PSEUDO)) {
    bracketed ??= pseudo(en);
    return bracketed;
  }
  return LANGUAGES[new Intl.Locale(readerLocale()).language] ?? en;
}

/** How whoever reads this answer writes numbers and dates, as a BCP 47 tag: `en-GB`, `de-DE`. */
export function readerLocale(): string {
  return localeOf(requestContext().languages);
}
