import type { FormOptions } from "@/lib/spins/form-options";
import type { SpinFilter as Filter } from "@/lib/spins/list";
import { words } from "@/lib/words/words";
import { Button, ButtonLink } from "./button";
import { Field } from "./field";
import { SelectField } from "./select-field";

interface SpinFilterProps {
  filter: Filter;
  options: FormOptions;
  /** How the list is sorted, which a filter does not change. */
  sort?: string | undefined;
}

/** Filters as a form that is sent by address: what it shows can be shared. */
export function SpinFilter({ filter, options, sort }: SpinFilterProps) {
  const { filter: name } = words().spins;
  return (
    <form action="/spins" className="flex flex-wrap items-end gap-4" aria-label={name.label}>
      {sort && <input type="hidden" name="sort" value={sort} />}
      <SelectField
        label={name.spinner}
        name="spinner"
        defaultValue={filter.spinner ?? ""}
        options={choices(options.spinners)}
      />
      <SelectField
        label={name.person}
        name="person"
        defaultValue={filter.person ?? ""}
        options={choices(options.people)}
      />
      <Field label={name.from} name="from" type="date" defaultValue={filter.from ?? ""} />
      <Field label={name.to} name="to" type="date" defaultValue={filter.to ?? ""} />
      <Button variant="quiet">{name.apply}</Button>
      <ButtonLink variant="quiet" href="/spins">
        {name.clear}
      </ButtonLink>
    </form>
  );
}

function choices(named: readonly { id: string; name: string }[]) {
  return [{ value: "", label: words().lists.all }, ...named.map(({ id, name }) => ({ value: id, label: name }))];
}
