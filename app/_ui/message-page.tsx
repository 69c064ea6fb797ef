import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { PageTitle } from "./page-title";
import { SpinnerMark } from "./spinner-mark";

interface MessagePageProps {
  /** The HTTP status the page is answered with. */
  status: number;
  title: string;
  children: ReactNode;
}

/** A whole page that says what is not possible here, and what is. */
export function MessagePage({ status, title, children }: MessagePageProps) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-prose content-center justify-items-start gap-4 px-6 py-10 sm:pb-[18vh]"
    >
      <PageTitle page={String(status)} />
      <p className="spinner-host flex items-center gap-3 font-medium text-soft tabular-nums">
        <span className="text-accent">
          <SpinnerMark size={40} />
        </span>
        <span>
          <span className="sr-only">{words().errorPage.status} </span>
          {status}
        </span>
      </p>
      <h1 className="text-xl font-semibold tracking-tight sm:text-figure">{title}</h1>
      <div className="grid justify-items-start gap-4 text-base text-soft">{children}</div>
    </main>
  );
}
