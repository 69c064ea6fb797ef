import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { newId } from "@/lib/new-id";
import { BOARDS, DAYS, NAMES } from "@/lib/walls/create";
import { words } from "@/lib/words/words";
import { putUpWall } from "./actions";

/** A form for a new display: what it shows, and how much of people's names. */
export function NewWall() {
  const { walls } = words();
  return (
    <section aria-label={walls.new} className="max-w-prose">
      <ActionForm action={putUpWall} checked>
        <input type="hidden" name="id" value={typedBefore("id") ?? newId()} />
        <Field
          label={walls.name}
          name="name"
          maxLength={120}
          required
          autoComplete="off"
          hint={walls.nameHint}
          defaultValue={typedBefore("name")}
        />
        <div className="flex flex-wrap gap-4">
          <Choice name="board" label={walls.board} values={BOARDS} labels={walls.boards} />
          <Choice name="names" label={walls.names} values={NAMES} labels={walls.nameKinds} otherwise="short" />
          <Choice name="days" label={walls.days} values={DAYS} labels={walls.dayKinds} otherwise={30} />
        </div>
        <Button>{walls.make}</Button>
      </ActionForm>
    </section>
  );
}

interface ChoiceProps<V extends string | number> {
  name: string;
  label: string;
  values: readonly V[];
  labels: Record<V, string>;
  otherwise?: V;
}

function Choice<V extends string | number>({ name, label, values, labels, otherwise }: ChoiceProps<V>) {
  const options = values.map((value) => ({ value: String(value), label: labels[value] }));
  const chosen = typedBefore(name) ?? (otherwise === undefined ? undefined : String(otherwise));
  return (
    <div className="grow">
      <SelectField label={label} name={name} options={options} defaultValue={chosen} />
    </div>
  );
}
