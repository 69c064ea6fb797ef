import { formatCount } from "@/app/_ui/format";
import { words } from "@/lib/words/words";

interface FoundListProps {
  title: string;
  found: readonly { name: string; href: string }[];
  /** How many are looked for at most. */
  most: number;
}

/** What was found of one kind, as links; nothing, where there is none. */
export function FoundList({ title, found, most }: FoundListProps) {
  if (found.length === 0) return null;
  return (
    <section aria-label={title} className="surface max-w-prose p-2">
      <h2 className="px-3 py-2 text-base font-semibold">{title}</h2>
      <ul>
        {found.map(({ name, href }) => (
          <li key={href}>
            <a className="menu-row" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {found.length === most && <p className="px-3 py-2 text-soft">{words().search.first(formatCount(most))}</p>}
    </section>
  );
}
