/** Somewhere to go. */
export interface Place {
  name: string;
  href: string;
  /** The keys that lead there, one after the other: `g d`. */
  keys?: string;
}

export interface Places {
  pages: readonly Place[];
  /** What one goes somewhere to do. */
  actions: readonly Place[];
}

/** Those whose name holds the text, whatever its letters' case and accents. */
export function placesNamed<T extends { name: string }>(places: readonly T[], text: string): T[] {
  const wanted = plain(text);
  return places.filter(({ name }) => plain(name).includes(wanted));
}

function plain(text: string): string {
  return text.trim().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
