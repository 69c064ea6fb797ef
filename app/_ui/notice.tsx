import type { ReactNode } from "react";
import { TakeFocus } from "./take-focus";

const LOOK = {
  error: "border-bad/40 bg-bad-soft text-bad",
  success: "border-good/40 bg-good-soft text-good",
  info: "border-accent/40 bg-accent-soft text-accent",
};

interface NoticeProps {
  tone: keyof typeof LOOK;
  /** Whether a new page begins there. */
  focus?: boolean;
  children: ReactNode;
}

/**
 * What just happened, or did not. An error interrupts a screen reader; the others wait, and have the focus, as whoever
 * sent a form goes on from there.
 */
export function Notice({ tone, focus = tone !== "error", children }: NoticeProps) {
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: whoever sent a form without scripts goes on from its answer
      autoFocus={focus}
      className={`rounded-md border px-4 py-3 font-medium [&_a]:text-inherit ${LOOK[tone]}`}
    >
      {children}
      {tone !== "error" && <TakeFocus />}
    </div>
  );
}
