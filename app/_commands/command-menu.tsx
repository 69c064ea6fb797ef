import { type KeyboardEvent, useState } from "react";
import type { SheetProps } from "./commands";
import { isSearch } from "./keys";
import { optionId, optionsFor } from "./options";
import { Results } from "./results";
import { Sheet } from "./sheet";
import { useSearch } from "./use-search";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const NOBODY = { people: [], spinners: [] };

/** Goes anywhere by a few letters: a combobox over pages, actions, people and spinners (WAI-ARIA practices). */
export function CommandMenu({ places, words, takeTyped, onClose }: SheetProps) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const found = useSearch(text);
  const groups = optionsFor(text, found ?? NOBODY, { places, words });
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);
  const at = Math.min(active, count - 1);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at + step + count) % count);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) document.getElementById(optionId(at))?.click();
    if (isSearch(event.nativeEvent)) {
      event.preventDefault();
      event.currentTarget.closest("dialog")?.close();
    }
  }

  return (
    <Sheet label={words.search} onOpen={() => setText(takeTyped())} onClose={onClose}>
      <input
        className="control search-input"
        role="combobox"
        aria-label={words.placeholder}
        aria-expanded={count > 0}
        aria-controls="commands"
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionId(at) : undefined}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <Results label={words.results} groups={groups} active={at} />
      <p role="status" className={found === null ? "px-5 pb-4 text-bad" : "sr-only"}>
        {found === null ? words.unreachable : `${words.results}: ${count}`}
      </p>
    </Sheet>
  );
}
