import { useEffect, useState } from "react";
import { placesNamed } from "./places";

interface Named {
  id: string;
  name: string;
}

interface Answer extends Found {
  /** What was asked. */
  text: string;
}

export interface Found {
  people: readonly Named[];
  spinners: readonly Named[];
}

const WAIT_MS = 150;
const NOTHING: Answer = { text: "", people: [], spinners: [] };

/** Who and what is called like that, a little after it was typed; null: the server cannot be asked. */
export function useSearch(text: string): Found | null {
  const [found, setFound] = useState<Answer | null>(NOTHING);

  useEffect(() => {
    if (text.trim() === "") return setFound(NOTHING);
    // What was typed since makes an answer worthless, and the question too.
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/v1/search?limit=5&q=${encodeURIComponent(text)}`, { signal: asking.signal });
        const next: Found | null = answer.ok ? await answer.json() : null;
        if (!asking.signal.aborted) setFound(next && { text, ...next });
      } catch {
        if (!asking.signal.aborted) setFound(null);
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);

  if (found === null || found.text === text) return found;
  // Until the next answer: what of the last one is called like that as well.
  return { people: placesNamed(found.people, text), spinners: placesNamed(found.spinners, text) };
}
