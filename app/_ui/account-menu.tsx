import type { ReactNode } from "react";
import { words } from "@/lib/words/words";

interface AccountMenuProps {
  person: string;
  account?: ReactNode;
  themeSwitch?: ReactNode;
  signOut: ReactNode;
}

/** Who is signed in, and what there is about them; opens, and closes by Escape, without a script. */
export function AccountMenu({ person, account, themeSwitch, signOut }: AccountMenuProps) {
  return (
    <>
      <button type="button" className="account-button" popoverTarget="account">
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 12a4 4 0 1 0 0-8a4 4 0 1 0 0 8M4.5 20a7.5 7.5 0 0 1 15 0" />
        </svg>
        <span className="sr-only">{words().site.account} </span>
        <span className="truncate max-lg:sr-only">{person}</span>
      </button>
      <div id="account" popover="auto" className="account-menu">
        <p className="truncate px-3 py-1.5 font-semibold">{person}</p>
        {account}
        {themeSwitch}
        {signOut}
      </div>
    </>
  );
}
