import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import type { Spinner } from "@/lib/spinners/find";
import { words } from "@/lib/words/words";
import { RenameForm } from "../../_subject/rename-form";
import { reinstate, rename, retire } from "./actions";

/** For who may: another name, out of use or into it, and the way to a merge. */
export function ManageSpinner({ spinner: { id, name, retiredAt } }: { spinner: Spinner }) {
  const { oneSpinner: say } = words();
  return (
    <section aria-labelledby="manage" className="grid gap-6 border-t border-line pt-6 md:grid-cols-3">
      <h2 id="manage" className="text-base font-semibold md:col-span-3">
        {say.manage}
      </h2>
      <RenameForm action={rename} id={id} name={name} label={say.name} button={say.rename} />
      <div className="grid content-start gap-3">
        <p className="text-soft">{retiredAt ? say.reinstating : say.retiring}</p>
        <ActionForm key={retiredAt} action={retiredAt ? reinstate : retire}>
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet">{retiredAt ? say.reinstate : say.retire}</Button>
        </ActionForm>
      </div>
      <div className="grid content-start gap-3">
        <p className="text-soft">{say.mergingInto}</p>
        <p>
          <a href={`/spinners/${id}/merge`}>{say.merge}</a>
        </p>
      </div>
    </section>
  );
}
