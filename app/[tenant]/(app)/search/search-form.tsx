import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { words } from "@/lib/words/words";

/** A search that is sent by address: what it finds can be shared. */
export function SearchForm({ text }: { text: string }) {
  const { search } = words();
  return (
    <search>
      <form action="/search" className="flex max-w-prose items-end gap-3">
        <Field label={search.label} type="search" name="q" defaultValue={text} maxLength={200} required />
        <Button>{search.go}</Button>
      </form>
    </search>
  );
}
