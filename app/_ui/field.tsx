import { type ComponentProps, useId } from "react";
import { FieldFrame } from "./field-frame";

interface FieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  label: string;
  name: string;
  hint?: string;
  error?: string;
}

/** A labelled input; hint and error are read out with it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(described) => <input className="control" {...described} {...input} />}
    </FieldFrame>
  );
}
