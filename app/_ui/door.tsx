import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { Arrival } from "./arrival";
import { PageTitle } from "./page-title";
import { SpinnerMark } from "./spinner-mark";

interface DoorProps {
  title: string;
  /** The company whose door it is; without one, the product's own. */
  tenantName?: string;
  children: ReactNode;
}

/** A card in the middle of the page, for signing in and the like. */
export function Door({ title, tenantName = words().site.product, children }: DoorProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="door outline-none mx-auto grid min-h-dvh max-w-door content-center gap-6 px-4 py-10 sm:pb-[14vh]"
    >
      <PageTitle page={title} whose={tenantName} />
      <p className="spinner-host grid justify-items-center gap-3 text-center text-accent">
        <SpinnerMark size={56} />
        <span className="max-w-full text-lg font-semibold tracking-tight text-ink">{tenantName}</span>
      </p>
      <div className="surface grid gap-5 p-6 sm:p-8">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {children}
      </div>
      <Arrival />
    </main>
  );
}
