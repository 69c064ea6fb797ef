/** What a page gets of its address. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The same to read from; of a parameter that comes twice the first counts. */
export function pageQuery(given: SearchParams): URLSearchParams {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const [first] = [value].flat();
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(entries);
}
