import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { AccountMenu } from "./account-menu";
import { Arrival } from "./arrival";
import { type Section, Sections } from "./sections";
import { SpinnerMark } from "./spinner-mark";

interface ShellProps {
  /** Whose pages these are. */
  name: string;
  sections: readonly Section[];
  /** The path of the section shown: `/`, `/spins`, … */
  current: string;
  /** What is at hand on every page, beside the sections. */
  tools?: ReactNode;
  /** Who is signed in. */
  person: string;
  /** What else there is about them, each in a row of their menu. */
  account?: ReactNode;
  themeSwitch?: ReactNode;
  /** A form that ends the session. */
  signOut: ReactNode;
  children: ReactNode;
}

/** The frame of every page behind the door: who, where, and the way to everything else. */
export function Shell({ name, sections, current, tools, children, ...account }: ShellProps) {
  return (
    <>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 px-4 sm:gap-x-4 sm:px-6 lg:flex-nowrap lg:gap-x-6">
          <Brand name={name} />
          <Sections sections={sections} current={current} />
          <div className="flex h-14 items-center gap-2">
            {tools}
            <AccountMenu {...account} />
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
      <Arrival />
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
