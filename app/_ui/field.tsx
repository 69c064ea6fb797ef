import { type ComponentProps, useId } from "react";
import { FieldFrame } from "./field-frame";

interface FieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  label: string;
  name: string;
  hint?: string;
}

/** A labelled input; hint and fault are read out with it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} name={input.name} label={label} hint={hint}>
      {(described) => <input className="control" {...described} {...input} />}
    </FieldFrame>
  );
}
