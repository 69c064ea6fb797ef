import { singleKeysAreOn } from "./single-keys";

/** How long the second key of two may take. */
const SECOND_MS = 1_200;

/**
 * Runs what stands for a key, or for two that are pressed one after the other (`g d`), and `search` for Ctrl or ⌘ K.
 * Keys by themselves mean nothing while somebody types, or where they were turned off (WCAG 2.1.4). Returns what ends it.
 */
export function listenForKeys(actions: ReadonlyMap<string, () => void>, search: () => void): () => void {
  let first = "";
  let waiting: number | undefined;

  function press(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (isSearch(event)) return run(event, search);
    const key = plainKey(event);
    if (key === undefined || isTyping(event.target) || !singleKeysAreOn()) return;
    const action = actions.get(first && `${first} ${key}`) ?? actions.get(key);
    window.clearTimeout(waiting);
    first = action ? "" : key;
    waiting = window.setTimeout(() => {
      first = "";
    }, SECOND_MS);
    if (action) run(event, action);
  }

  document.addEventListener("keydown", press);
  return () => {
    window.clearTimeout(waiting);
    document.removeEventListener("keydown", press);
  };
}

/** Keeps from the page what is typed while something is on its way that will take it. Returns what ends that: the text. */
export function holdKeys(): () => string {
  let typed = "";

  function hold(event: KeyboardEvent) {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    typed += event.key;
  }

  document.addEventListener("keydown", hold, true);
  return () => {
    document.removeEventListener("keydown", hold, true);
    return typed;
  };
}

function run(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}

export function isSearch({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && ctrlKey !== metaKey && !shiftKey && !altKey;
}

/** What is written by a key that nothing is held down with, but Shift where the keyboard needs it for a sign. */
function plainKey({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: KeyboardEvent): string | undefined {
  const isLetter = /^\p{L}$/u.test(key);
  if (ctrlKey || metaKey || altKey || repeat || key.length !== 1 || (shiftKey && isLetter)) return undefined;
  return key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}
