import type { ReactNode } from "react";

const LOOK = {
  error: "border-bad/40 bg-bad-soft text-bad",
  success: "border-good/40 bg-good-soft text-good",
  info: "border-accent/40 bg-accent-soft text-accent",
};

interface NoticeProps {
  tone: keyof typeof LOOK;
  children: ReactNode;
}

/** What just happened, or did not. An error interrupts a screen reader, the others wait. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={`rounded-md border px-4 py-3 font-medium [&_a]:text-inherit ${LOOK[tone]}`}
    >
      {children}
    </div>
  );
}
