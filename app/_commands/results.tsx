import { useEffect } from "react";
import { type Group, optionId } from "./options";

interface ResultsProps {
  label: string;
  groups: readonly Group[];
  /** Which option of all is chosen, from 0. */
  active: number;
}

/** The options of the menu, in groups; each is a link, so that it opens in a new tab as links do. */
export function Results({ label, groups, active }: ResultsProps) {
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  let index = 0;
  return (
    <div id="commands" role="listbox" aria-label={label} className="results">
      {groups.map(({ name, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups options, a fieldset fields
        <div key={name} role="group" aria-label={name}>
          <p aria-hidden="true">{name}</p>
          {options.map((option) => {
            const at = index++;
            return (
              <a
                key={option.href}
                id={optionId(at)}
                href={option.href}
                role="option"
                aria-selected={at === active}
                tabIndex={-1}
              >
                <span className="truncate">{option.name}</span>
                {option.keys && <kbd>{option.keys}</kbd>}
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}
