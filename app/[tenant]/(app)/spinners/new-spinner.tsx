import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { typedBefore } from "@/lib/http/answer-form";
import { words } from "@/lib/words/words";
import { addSpinner } from "./actions";

/** A form for one more spinner. */
export function NewSpinner() {
  const { spinners } = words();
  return (
    <section aria-label={spinners.new} className="max-w-prose">
      <ActionForm action={addSpinner} checked>
        <Field
          label={spinners.name}
          name="name"
          maxLength={120}
          required
          autoComplete="off"
          defaultValue={typedBefore("name")}
        />
        <Button>{spinners.add}</Button>
      </ActionForm>
    </section>
  );
}
