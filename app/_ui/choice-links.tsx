interface ChoiceLinksProps {
  choices: readonly { href: string; name: string; chosen: boolean }[];
}

/** One of a few, each of them an address. */
export function ChoiceLinks({ choices }: ChoiceLinksProps) {
  return (
    <ul className="flex gap-1 rounded-md bg-sunken p-1 max-sm:w-full">
      {choices.map(({ href, name, chosen }) => (
        <li key={href} className="max-sm:grow">
          <a
            className="block rounded-sm px-3 py-1.5 text-center whitespace-nowrap text-soft no-underline hover:text-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink max-sm:px-1"
            href={href}
            aria-current={chosen ? "true" : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
