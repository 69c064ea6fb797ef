import { useState } from "react";
import type { SheetProps } from "./commands";
import { Sheet } from "./sheet";
import { singleKeysAreOn, turnSingleKeys } from "./single-keys";

/** Which keys do what, and a switch that turns them off. */
export function HelpSheet({ places, words, takeTyped, onClose }: SheetProps) {
  const [on, setOn] = useState(singleKeysAreOn);
  const keyed = [
    { name: words.search, keys: words.menuKeys },
    { name: words.search, keys: "/" },
    { name: words.help, keys: "?" },
    ...places.pages,
    ...places.actions,
  ].filter(({ keys }) => keys !== undefined);

  function turn(next: boolean) {
    turnSingleKeys(next);
    setOn(next);
  }

  return (
    <Sheet label={words.help} onOpen={takeTyped} onClose={onClose}>
      <div className="grid gap-4 p-5">
        <h2 className="text-base font-semibold">{words.help}</h2>
        <dl className="key-list">
          {keyed.map(({ name, keys = "" }) => (
            <div key={keys}>
              <dt>{name}</dt>
              <dd>
                {keys.split(" ").map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label className="flex items-center gap-2.5">
          <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />
          {words.singleKeys}
        </label>
        <form method="dialog">
          <button type="submit" className="button button-quiet">
            {words.close}
          </button>
        </form>
      </div>
    </Sheet>
  );
}
