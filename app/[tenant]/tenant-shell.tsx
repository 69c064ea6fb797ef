import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { Shell } from "@/app/_ui/shell";
import { SignOut } from "./(door)/sign-out";

const SECTIONS = [
  { href: "/", name: "Dashboard" },
  { href: "/spins", name: "Spins" },
  { href: "/spinners", name: "Spinners" },
  { href: "/people", name: "People" },
];

const SETTINGS = { href: "/settings", name: "Settings" };

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
      sections={settings ? [...SECTIONS, SETTINGS] : SECTIONS}
      current={current}
      action={<RecordLink current={current} />}
      account={<AccountLink personName={personName} current={current} />}
      signOut={<SignOut />}
    >
      {children}
    </Shell>
  );
}

function AccountLink({ personName, current }: Pick<TenantShellProps, "personName" | "current">) {
  return (
    <a
      className="max-w-24 truncate py-1 text-soft no-underline hover:text-ink hover:underline aria-[current]:text-ink sm:max-w-48 lg:max-w-36"
      href="/account"
      aria-current={current === "/account" ? "page" : undefined}
    >
      <span className="sr-only">Your account: </span>
      {personName}
    </a>
  );
}

function RecordLink({ current }: Pick<TenantShellProps, "current">) {
  return (
    <ButtonLink href="/spin" aria-current={current === "/spin" ? "page" : undefined}>
      Record<span className="max-sm:sr-only">&nbsp;a spin</span>
    </ButtonLink>
  );
}
