import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import { words } from "@/lib/words/words";

interface CompareFormProps {
  /** The page of the one. */
  path: string;
  /** What there is of its kind, itself included. */
  options: readonly { id: string; name: string }[];
  self: string;
  /** What it is compared with already. */
  other?: { id: string; name: string };
  /** The address as it is, of which the period is kept. */
  query: URLSearchParams;
}

/** Chooses another of its kind to stand beside; the choice is in the address. */
export function CompareForm({ path, options, self, other, query }: CompareFormProps) {
  const { comparison } = words();
  // One that is offered nowhere may be compared all the same.
  const known = other && !options.some(({ id }) => id === other.id) ? [other, ...options] : options;
  const others = known.filter(({ id }) => id !== self);
  if (others.length === 0) return null;
  return (
    <search className="max-sm:grow">
      <form action={path} className="flex items-end gap-2">
        {[...query]
          .filter(([name]) => ["range", "from", "to"].includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <SelectField
          label={comparison.with}
          name="with"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={other?.id}
        />
        <Button variant="quiet">{comparison.compare}</Button>
      </form>
    </search>
  );
}
