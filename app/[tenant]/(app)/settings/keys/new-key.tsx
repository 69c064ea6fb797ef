import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { newId } from "@/lib/new-id";
import { makeKey } from "./actions";
import { MAY } from "./keys-table";
import { shownOnce } from "./shown-once";

const SCOPES = [
  { value: "write", label: MAY.write },
  { value: "read", label: MAY.read },
];

/** A form for a new key, and above it the one that was just made. */
export function NewKey() {
  const made = shownOnce();
  return (
    <section aria-label="New key" className="grid max-w-prose gap-4">
      {made && (
        <Notice tone="success">
          <p>{`The key of ${made.name}. Copy it now: it is shown this once.`}</p>
          <code className="mt-1 block text-ink break-all select-all">{made.key}</code>
        </Notice>
      )}
      <ActionForm key={made?.id} action={makeKey}>
        <input type="hidden" name="id" value={typedBefore("id") ?? newId()} />
        <Field
          label="Name of a new key"
          name="name"
          maxLength={120}
          required
          autoComplete="off"
          hint="Say where it goes: the desk in the lobby, the nightly import."
          defaultValue={typedBefore("name")}
        />
        <SelectField label="What it may do" name="scope" options={SCOPES} defaultValue={typedBefore("scope")} />
        <Button>Make key</Button>
      </ActionForm>
    </section>
  );
}
