import type { FormOptions } from "@/lib/spins/form-options";
import type { SpinFilter as Filter } from "@/lib/spins/list";
import { Button, ButtonLink } from "./button";
import { Field } from "./field";
import { SelectField } from "./select-field";

interface SpinFilterProps {
  filter: Filter;
  options: FormOptions;
}

/** Filters as a form that is sent by address: what it shows can be shared. */
export function SpinFilter({ filter, options }: SpinFilterProps) {
  return (
    <form action="/spins" className="flex flex-wrap items-end gap-4" aria-label="Filter spins">
      <SelectField
        label="Spinner"
        name="spinner"
        defaultValue={filter.spinner ?? ""}
        options={choices(options.spinners)}
      />
      <SelectField label="Person" name="person" defaultValue={filter.person ?? ""} options={choices(options.people)} />
      <Field label="From" name="from" type="date" defaultValue={filter.from ?? ""} />
      <Field label="To" name="to" type="date" defaultValue={filter.to ?? ""} />
      <Button variant="quiet">Filter</Button>
      <ButtonLink variant="quiet" href="/spins">
        Clear
      </ButtonLink>
    </form>
  );
}

function choices(named: readonly { id: string; name: string }[]) {
  return [{ value: "", label: "All" }, ...named.map(({ id, name }) => ({ value: id, label: name }))];
}
