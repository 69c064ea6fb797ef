import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import type { Spinner } from "@/lib/spinners/find";
import { words } from "@/lib/words/words";

interface ChooseIntoProps {
  path: string;
  options: readonly { id: string; name: string }[];
  chosen: Spinner | undefined;
}

/** Which spinner takes over: in the address, as nothing is done yet. */
export function ChooseInto({ path, options, chosen }: ChooseIntoProps) {
  const { merging } = words();
  return (
    <form action={path} className="flex max-w-prose flex-wrap items-end gap-3">
      <SelectField
        label={merging.into}
        name="into"
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={chosen?.id}
      />
      <Button variant={chosen ? "quiet" : "primary"}>{merging.choose}</Button>
    </form>
  );
}
