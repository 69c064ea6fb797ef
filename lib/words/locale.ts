/** For whoever does not say. */
const OTHERWISE = "en-GB";
/** What is remembered: headers come from outside, so not for ever. */
const MOST = 500;
const known = new Map<string, string>();

/**
 * The locale that a browser prefers of those this runtime knows, by its `Accept-Language` (RFC 9110, 12.5.4); whatever
 * is malformed in there is passed over.
 */
export function localeOf(languages: string | undefined): string {
  if (!languages) return OTHERWISE;
  const before = known.get(languages);
  if (before) return before;
  if (known.size >= MOST) known.clear();
  const locale = preferred(languages.slice(0, 200)) ?? OTHERWISE;
  known.set(languages, locale);
  return locale;
}

function preferred(languages: string): string | undefined {
  return languages
    .split(",")
    .map((range) => range.split(";"))
    .map(([tag = "", quality = ""]) => ({ tag: tag.trim(), weight: Number(/^\s*q=(.+)$/.exec(quality)?.[1] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => understood(tag))
    .find((locale) => locale !== undefined);
}

/** As the runtime names it, without extensions: a calendar or digits of the reader's own would not fit the pages. */
function understood(tag: string): string | undefined {
  try {
    const [name] = Intl.DateTimeFormat.supportedLocalesOf(new Intl.Locale(tag).baseName);
    return name && new Intl.DateTimeFormat(name).resolvedOptions().locale.replace(/-u-.*$/, "");
  } catch {
    return undefined;
  }
}
