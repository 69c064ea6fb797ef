import type { SheetProps } from "./commands";
import { type Place, placesNamed } from "./places";
import type { Found } from "./use-search";

export interface Group {
  name: string;
  options: readonly Place[];
}

export function optionId(index: number): string {
  return `command-${index}`;
}

/** What the menu offers for a text: pages, actions, who and what is called so, and the whole search for it. */
export function optionsFor(
  text: string,
  found: Found,
  { places, words }: Pick<SheetProps, "places" | "words">,
): Group[] {
  const at = (path: string) => (each: { id: string; name: string }) => ({
    name: each.name,
    href: `${path}/${each.id}`,
  });
  const asked = text.trim().toWellFormed();
  const whole = { name: `${words.everywhere} “${asked}”`, href: `/search?q=${encodeURIComponent(asked)}` };
  const groups = [
    { name: words.pages, options: placesNamed(places.pages, text) },
    { name: words.actions, options: placesNamed(places.actions, text) },
    { name: words.people, options: found.people.map(at("/people")) },
    { name: words.spinners, options: found.spinners.map(at("/spinners")) },
    { name: words.search, options: asked === "" ? [] : [whole] },
  ];
  return groups.filter(({ options }) => options.length > 0);
}
