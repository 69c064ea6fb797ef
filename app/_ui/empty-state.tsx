import type { ReactNode } from "react";
import { SpinnerMark } from "./spinner-mark";

interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where something will be. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="spinner-host grid justify-items-center gap-3 px-6 py-10 text-center text-soft">
      <span className="text-edge">
        <SpinnerMark size={36} />
      </span>
      <p className="font-medium text-ink">{title}</p>
      {children}
    </div>
  );
}
