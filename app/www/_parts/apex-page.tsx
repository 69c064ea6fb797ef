import type { ReactNode } from "react";
import { ThemeSwitch } from "@/app/_theme/theme-switch";
import { PageTitle } from "@/app/_ui/page-title";
import { SpinnerMark } from "@/app/_ui/spinner-mark";
import { words } from "@/lib/words/words";

interface ApexPageProps {
  /** What the tab is called; the product's own name stands behind it. */
  title: string;
  /** The path of the page: `/`, `/docs/api`, … */
  current: string;
  children: ReactNode;
}

/** The frame of every page of the apex. */
export function ApexPage({ title, current, children }: ApexPageProps) {
  const { apex, site } = words();
  const links = [
    { href: "/docs/architectures", name: apex.architectures },
    { href: "/docs/api", name: apex.api },
  ];
  return (
    <>
      <PageTitle page={title} whose={site.product} />
      <a className="skip-link" href="#main">
        {apex.skip}
      </a>
      <header className="mx-auto flex max-w-page flex-wrap items-center gap-x-3 px-4 py-3 sm:px-6">
        <a className="mr-auto flex items-center gap-2.5 text-accent no-underline" href="/">
          <SpinnerMark />
          <span className="text-base font-semibold tracking-tight text-ink">{site.product}</span>
        </a>
        <nav aria-label={apex.main}>
          <ul className="flex gap-3 sm:gap-5">
            {links.map(({ href, name }) => (
              <li key={href}>
                <a
                  className="block py-2 text-soft no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-accent"
                  href={href}
                  aria-current={href === current ? "page" : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-page grid-cols-1 gap-14 px-4 py-8 outline-none sm:px-6 sm:py-12"
      >
        {children}
      </main>
      <footer className="mx-auto flex max-w-page flex-wrap justify-between gap-x-6 gap-y-1 border-t border-line px-4 py-6 text-soft sm:px-6">
        <p>{apex.footer}</p>
        <p>{apex.source}</p>
      </footer>
    </>
  );
}
