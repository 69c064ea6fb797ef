import type { ReactNode } from "react";
import { Commands } from "@/app/_commands/commands";
import { placesOf } from "@/app/_commands/places-of";
import { ThemeSwitch } from "@/app/_theme/theme-switch";
import { ButtonLink } from "@/app/_ui/button";
import { Shell } from "@/app/_ui/shell";
import { words } from "@/lib/words/words";
import { SignOut } from "./(door)/sign-out";

interface TenantShellProps {
  tenantName: string;
  personName: string;
  /** Whether there is anything to set for this person. */
  settings: boolean;
  /** The path of the section shown: `/`, `/spins`, `/account`, … */
  current: string;
  children: ReactNode;
}

/** The frame of every page behind a tenant's door. */
export function TenantShell({ tenantName, personName, settings, current, children }: TenantShellProps) {
  return (
    <Shell
      name={tenantName}
      sections={sectionsOf(settings)}
      current={current}
      tools={
        <>
          <SearchLink />
          <RecordLink current={current} />
        </>
      }
      person={personName}
      account={<AccountLink current={current} />}
      themeSwitch={<ThemeSwitch />}
      signOut={<SignOut />}
    >
      {children}
      <Commands places={placesOf(settings)} words={words().commands} />
    </Shell>
  );
}

function sectionsOf(settings: boolean) {
  const { site } = words();
  return [
    { href: "/", name: site.dashboard },
    { href: "/spins", name: site.spins },
    { href: "/spinners", name: site.spinners },
    { href: "/people", name: site.people },
    ...(settings ? [{ href: "/settings", name: site.settings }] : []),
  ];
}

function AccountLink({ current }: Pick<TenantShellProps, "current">) {
  return (
    <a className="menu-row" href="/account" aria-current={current === "/account" ? "page" : undefined}>
      {words().account.title}
    </a>
  );
}

/** A page of its own; with scripts, `Commands` opens its menu instead. */
function SearchLink() {
  const { search, menuKeys } = words().commands;
  return (
    <a className="icon-button" href="/search" title={`${search} (${menuKeys})`} aria-keyshortcuts="Control+K Meta+K">
      <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20" />
      </svg>
      <span className="sr-only">{search}</span>
    </a>
  );
}

function RecordLink({ current }: Pick<TenantShellProps, "current">) {
  return (
    <ButtonLink href="/spin" aria-current={current === "/spin" ? "page" : undefined}>
      {words().site.record}
      <span className="max-sm:sr-only">&nbsp;{words().site.aSpin}</span>
    </ButtonLink>
  );
}
