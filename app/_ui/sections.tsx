import { words } from "@/lib/words/words";

export interface Section {
  href: string;
  name: string;
}

interface SectionsProps {
  sections: readonly Section[];
  /** The path of the section shown. */
  current: string;
}

/** The way between sections: one line, which scrolls where a screen is narrower than that. */
export function Sections({ sections, current }: SectionsProps) {
  return (
    <nav
      aria-label={words().site.sections}
      className="order-last -mx-4 w-[calc(100%+2rem)] overflow-x-auto px-2.5 pb-2 sm:-mx-6 sm:w-[calc(100%+3rem)] sm:px-3 lg:order-none lg:mx-0 lg:w-auto lg:grow lg:p-0"
    >
      <ul className="flex gap-0.5 sm:gap-1">
        {sections.map(({ href, name }) => (
          <li key={href}>
            <a
              className="block rounded-md px-1.5 py-2 whitespace-nowrap text-soft no-underline -outline-offset-2 hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent sm:px-3"
              href={href}
              aria-current={nearness(href, current)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A section's own page, or one below it. */
function nearness(href: string, current: string): "page" | "true" | undefined {
  if (href === current) return "page";
  return current.startsWith(`${href}/`) ? "true" : undefined;
}
