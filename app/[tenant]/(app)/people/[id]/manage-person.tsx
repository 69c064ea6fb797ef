import type { Person } from "@/lib/people/find";
import { words } from "@/lib/words/words";
import { RenameForm } from "../../_subject/rename-form";
import { rename } from "./actions";

/** For who may: another name. */
export function ManagePerson({ person: { id, name } }: { person: Person }) {
  const { onePerson: say } = words();
  return (
    <section aria-labelledby="manage" className="grid gap-6 border-t border-line pt-6">
      <h2 id="manage" className="text-base font-semibold">
        {say.manage}
      </h2>
      <RenameForm action={rename} id={id} name={name} label={say.name} button={say.rename} />
    </section>
  );
}
