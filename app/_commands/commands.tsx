"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Words } from "@/lib/words/words";
import { holdKeys, listenForKeys } from "./keys";
import type { Places } from "./places";

export interface SheetProps {
  places: Places;
  words: Words["commands"];
  /** To be called when it has the focus: until then keys are held back. Returns what was typed. */
  takeTyped: () => string;
  onClose: () => void;
}

/** Loaded when it is first asked for: until then a page carries the keys alone. */
const SHEETS = {
  menu: () => import("./command-menu").then(({ CommandMenu }) => CommandMenu),
  help: () => import("./help-sheet").then(({ HelpSheet }) => HelpSheet),
};

/** Keys that lead somewhere, and the menu and help sheet that they open. What it adds to a page nobody sees before. */
export function Commands({ places, words }: Pick<SheetProps, "places" | "words">) {
  const [opened, setOpened] = useState<{ Sheet: ComponentType<SheetProps>; takeTyped: () => string }>();

  useEffect(() => {
    async function open(name: keyof typeof SHEETS) {
      const takeTyped = holdKeys();
      const Sheet = await SHEETS[name]().catch(() => undefined);
      if (Sheet) setOpened({ Sheet, takeTyped });
      else location.assign("/search");
    }

    /** The button in the header is a link, for whoever has no scripts or wants a tab of its own. */
    function press(event: MouseEvent) {
      const link = event.target instanceof Element && event.target.closest("a[href='/search']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      open("menu");
    }

    const goes = [...places.pages, ...places.actions].flatMap(({ keys, href }) =>
      keys ? [[keys, () => location.assign(href)] as const] : [],
    );
    const stop = listenForKeys(new Map([...goes, ["/", () => open("menu")], ["?", () => open("help")]]), () =>
      open("menu"),
    );
    document.addEventListener("click", press);
    return () => {
      stop();
      document.removeEventListener("click", press);
    };
  }, [places]);

  if (!opened) return null;
  const { Sheet, takeTyped } = opened;
  return <Sheet places={places} words={words} takeTyped={takeTyped} onClose={() => setOpened(undefined)} />;
}
