import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { SpinnerMark } from "./spinner-mark";

export interface Section {
  href: string;
  name: string;
}

interface ShellProps {
  /** Whose pages these are. */
  name: string;
  sections: readonly Section[];
  /** The path of the section shown: `/`, `/spins`, … */
  current: string;
  /** What is done most often, beside the sections. */
  action?: ReactNode;
  /** Who is signed in. */
  account: ReactNode;
  /** A form that ends the session. */
  signOut: ReactNode;
  children: ReactNode;
}

/** The frame of every page behind the door: who, where, and the way to everything else. */
export function Shell({ name, sections, current, action, account, signOut, children }: ShellProps) {
  return (
    <>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 sm:px-6 lg:flex-nowrap">
          <Brand name={name} />
          <div className="order-last -mx-4 flex w-[calc(100%+2rem)] items-center gap-2 px-4 pb-2 sm:mx-0 sm:w-full sm:gap-4 sm:px-0 lg:order-none lg:w-auto lg:grow lg:pb-0">
            <Sections sections={sections} current={current} />
            {action}
          </div>
          <div className="flex h-14 min-w-0 items-center gap-3">
            {account}
            {signOut}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-page grid-cols-1 gap-6 px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
    </>
  );
}

function SkipLink() {
  return (
    <a
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:font-semibold focus:text-on-accent"
      href="#main"
    >
      {words().site.skip}
    </a>
  );
}

function Brand({ name }: Pick<ShellProps, "name">) {
  return (
    <a
      className="flex h-14 min-w-0 grow basis-24 items-center gap-2.5 text-accent no-underline lg:max-w-52 lg:grow-0 lg:basis-auto"
      href="/"
    >
      <SpinnerMark />
      <span className="truncate text-base font-semibold tracking-tight text-ink">{name}</span>
    </a>
  );
}

function Sections({ sections, current }: Pick<ShellProps, "sections" | "current">) {
  return (
    <nav aria-label={words().site.sections} className="min-w-0 grow">
      <ul className="flex flex-wrap gap-1">
        {sections.map(({ href, name }) => (
          <li key={href}>
            <a
              className="block rounded-md px-1.5 py-2 text-soft no-underline -outline-offset-2 hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent sm:px-3"
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
