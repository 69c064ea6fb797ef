import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import type { FormOptions } from "@/lib/spins/form-options";
import type { Spin } from "@/lib/spins/types";
import { words } from "@/lib/words/words";
import { correct, remove } from "./actions";

interface ChangeSpinProps extends Pick<FormOptions, "spinners"> {
  spin: Spin;
}

/** For who may: a form to correct a spin, and one to remove it. Both can be taken back. */
export function ChangeSpin({ spin: { id, spinner, durationMs }, spinners }: ChangeSpinProps) {
  const { oneSpin: say } = words();
  return (
    <>
      <ActionForm key={`${spinner.id} ${durationMs}`} action={correct} checked>
        <input type="hidden" name="id" value={id} />
        <SelectField
          label={say.spinner}
          name="spinner"
          options={spinners.map((each) => ({ value: each.id, label: each.name }))}
          defaultValue={typedBefore("spinner") ?? spinner.id}
          required
        />
        <Field
          label={say.seconds}
          name="seconds"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={typedBefore("seconds") ?? String(durationMs / 1_000)}
        />
        <Button>{say.correct}</Button>
      </ActionForm>
      <section aria-label={say.removal} className="grid max-w-prose gap-3 border-t border-line pt-6">
        <p className="text-soft">{say.removing}</p>
        <ActionForm action={remove}>
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet">{say.remove}</Button>
        </ActionForm>
      </section>
    </>
  );
}
