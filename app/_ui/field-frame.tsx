import type { ReactNode } from "react";

interface Described {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldFrameProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Draws the control with the attributes that tie it to its label, hint and error. */
  children: (described: Described) => ReactNode;
}

/** What every control of a form has around it. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <div className="grid max-w-prose min-w-0 gap-1.5">
      <label className="font-medium" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
        "aria-invalid": errorId === undefined ? undefined : true,
      })}
      {errorId && (
        <p id={errorId} className="font-medium text-bad">
          {error}
        </p>
      )}
      {hintId && (
        <p id={hintId} className="text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
