import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { newId } from "@/lib/new-id";
import { words } from "@/lib/words/words";
import { makeKey } from "./actions";
import { shownOnce } from "./shown-once";

/** A form for a new key, and above it the one that was just made. */
export function NewKey() {
  const { keys } = words();
  const scopes = (["write", "read"] as const).map((value) => ({ value, label: keys.may[value] }));
  const made = shownOnce();
  return (
    <section aria-label={keys.new} className="grid max-w-prose gap-4">
      {made && (
        <Notice tone="success">
          <p>{keys.shownOnce(made.name)}</p>
          <code className="mt-1 block text-ink break-all select-all">{made.key}</code>
        </Notice>
      )}
      <ActionForm key={made?.id} action={makeKey} checked>
        <input type="hidden" name="id" value={typedBefore("id") ?? newId()} />
        <Field
          label={keys.name}
          name="name"
          maxLength={120}
          required
          autoComplete="off"
          hint={keys.nameHint}
          defaultValue={typedBefore("name")}
        />
        <SelectField label={keys.scope} name="scope" options={scopes} defaultValue={typedBefore("scope")} />
        <Button>{keys.make}</Button>
      </ActionForm>
    </section>
  );
}
