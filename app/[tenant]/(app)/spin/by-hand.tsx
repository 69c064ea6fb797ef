import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { SelectField } from "@/app/_ui/select-field";
import { TitledSection } from "@/app/_ui/titled-section";
import { typedBefore } from "@/lib/http/answer-form";
import { newId } from "@/lib/new-id";
import { words } from "@/lib/words/words";
import { recordSpin } from "./actions";

interface ByHandProps {
  /** The spinners to choose from. */
  options: readonly { value: string; label: string }[];
}

/** For a run that somebody timed otherwise. */
export function ByHand({ options }: ByHandProps) {
  const { spinning } = words();
  return (
    <TitledSection title={spinning.byHand} size="small" className="surface grid gap-4 p-5">
      <ActionForm action={recordSpin}>
        <input type="hidden" name="id" value={typedBefore("id") ?? newId()} />
        <SelectField
          label={spinning.spinner}
          name="spinner"
          options={options}
          defaultValue={typedBefore("spinner")}
          required
        />
        <Field
          label={spinning.seconds}
          name="seconds"
          inputMode="decimal"
          autoComplete="off"
          required
          hint={spinning.secondsHint}
          defaultValue={typedBefore("seconds")}
        />
        <Button>{spinning.record}</Button>
      </ActionForm>
    </TitledSection>
  );
}
