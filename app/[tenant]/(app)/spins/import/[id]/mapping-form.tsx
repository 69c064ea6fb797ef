import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { suggestColumns } from "@/lib/imports/columns";
import type { Columns } from "@/lib/imports/fields";
import type { Head } from "@/lib/imports/head";
import { words } from "@/lib/words/words";
import { checkFile } from "./actions";
import { columnOptions, LEFT_OUT, OPEN } from "./choices";

interface MappingFormProps {
  id: string;
  head: Head;
  /** As it was settled before; null: as the header suggests. */
  columns: Columns | null;
}

/** Which column of the file is what. */
export function MappingForm({ id, head, columns }: MappingFormProps) {
  const { columns: say } = words();
  const suggested = columns?.map((field) => field ?? "") ?? suggestColumns(head.header);
  const example = (index: number) => head.rows.map(({ cells }) => cells[index] ?? "").find((cell) => cell !== "");
  const options = columnOptions();
  return (
    <section aria-labelledby="columns" className="grid gap-4">
      <h2 id="columns" className="text-base font-semibold">
        {say.heading}
      </h2>
      <ActionForm action={checkFile}>
        <input type="hidden" name="id" value={id} />
        {head.header.map((name, index) => {
          const choice = suggested[index];
          const known = choice === "" ? LEFT_OUT : (choice ?? OPEN);
          return (
            <SelectField
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              key={index}
              label={name || say.nameless(String(index + 1))}
              name={`column-${index}`}
              options={options}
              defaultValue={typedBefore(`column-${index}`) ?? known}
              hint={say.example((example(index) ?? say.nothing).slice(0, 80))}
            />
          );
        })}
        <Button>{say.check}</Button>
      </ActionForm>
    </section>
  );
}
