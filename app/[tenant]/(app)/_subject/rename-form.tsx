import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { typedBefore } from "@/lib/http/answer-form";
import type { FormAction } from "@/lib/http/form-outcome";

interface RenameFormProps {
  action: FormAction;
  id: string;
  name: string;
  label: string;
  button: string;
}

/** A form that gives a spinner or person another name. */
export function RenameForm({ action, id, name, label, button }: RenameFormProps) {
  return (
    // Its field takes up a name anew only in a new form.
    <ActionForm key={name} action={action} checked>
      <input type="hidden" name="id" value={id} />
      <Field
        label={label}
        name="name"
        maxLength={120}
        required
        autoComplete="off"
        defaultValue={typedBefore("name") ?? name}
      />
      <Button variant="quiet">{button}</Button>
    </ActionForm>
  );
}
