import { type ComponentProps, useId } from "react";
import { FieldFrame } from "./field-frame";

interface SelectFieldProps extends Omit<ComponentProps<"select">, "id" | "className" | "children"> {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  hint?: string;
}

/** A labelled choice of one. */
export function SelectField({ label, options, hint, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} name={select.name} label={label} hint={hint}>
      {(described) => (
        <select className="control" {...described} {...select}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
