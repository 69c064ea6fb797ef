import type { ReactNode } from "react";
import { faultBefore } from "@/lib/http/answer-form";

interface Described {
  id: string;
  "aria-describedby": string;
  "aria-invalid": true | undefined;
  autoFocus: boolean;
}

interface FieldFrameProps {
  id: string;
  name: string;
  label: string;
  hint?: string;
  /** Draws the control with the attributes that tie it to its label, hint and fault. */
  children: (described: Described) => ReactNode;
}

/**
 * What every control of a form has around it. The fault stands there empty: `showFaults` fills it while the form is in
 * a browser with scripts, and a form that was refused without them comes back with it.
 */
export function FieldFrame({ id, name, label, hint, children }: FieldFrameProps) {
  const fault = faultBefore(name);
  const hintId = hint === undefined ? "" : ` ${id}-hint`;
  return (
    <div className="grid max-w-prose min-w-0 gap-1.5">
      <label className="font-medium" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": `${id}-fault${hintId}`,
        "aria-invalid": fault === undefined ? undefined : true,
        // Of several that ask for the focus a browser takes the first.
        autoFocus: fault !== undefined,
      })}
      <p id={`${id}-fault`} className="font-medium text-bad first-letter:uppercase" hidden={fault === undefined}>
        {fault}
      </p>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
