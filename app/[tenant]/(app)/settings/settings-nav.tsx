import { words } from "@/lib/words/words";

const PAGES = ["keys", "walls", "workspace"] as const;

/** The way about the settings. */
export function SettingsNav({ current }: { current: (typeof PAGES)[number] }) {
  const { settings } = words();
  return (
    <nav aria-label={settings.nav}>
      <ul className="flex flex-wrap gap-1 rounded-md bg-sunken p-1 sm:justify-self-start">
        {PAGES.map((page) => (
          <li key={page}>
            <a
              className="block rounded-sm px-3 py-1.5 text-soft no-underline hover:text-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink"
              href={`/settings/${page}`}
              aria-current={page === current ? "page" : undefined}
            >
              {settings[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
