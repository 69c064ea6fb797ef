import type { ReactNode } from "react";
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
      action={<RecordLink current={current} />}
      account={<AccountLink personName={personName} current={current} />}
      signOut={<SignOut />}
    >
      {children}
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

function AccountLink({ personName, current }: Pick<TenantShellProps, "personName" | "current">) {
  return (
    <a
      className="max-w-24 truncate py-1 text-soft no-underline hover:text-ink hover:underline aria-[current]:text-ink sm:max-w-48 lg:max-w-36"
      href="/account"
      aria-current={current === "/account" ? "page" : undefined}
    >
      <span className="sr-only">{words().site.account} </span>
      {personName}
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
