import { ChoiceLinks } from "@/app/_ui/choice-links";
import { SHOWN, type Shown } from "@/lib/spinners/list";
import { words } from "@/lib/words/words";

interface ShowLinksProps {
  shown: Shown;
  /** What else the address of the list says. */
  kept: URLSearchParams;
}

/** Chooses between spinners in use and retired ones; the choice is in the address. */
export function ShowLinks({ shown, kept }: ShowLinksProps) {
  const { spinners } = words();
  const choices = SHOWN.map((value) => ({
    href: `/spinners?${new URLSearchParams([...kept].filter(([name]) => name !== "show").concat([["show", value]]))}`,
    name: spinners.show[value],
    chosen: value === shown,
  }));
  return (
    <search aria-label={spinners.shown} className="max-sm:w-full">
      <ChoiceLinks choices={choices} />
    </search>
  );
}
