"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { Notice } from "./notice";

interface ActionFormProps {
  action: (before: FormOutcome, data: FormData) => Promise<FormOutcome>;
  children: ReactNode;
}

/** A form whose refusal is shown above its fields, with what was typed left as it is. Works without JavaScript. */
export function ActionForm({ action, children }: ActionFormProps) {
  const [outcome, submit, pending] = useActionState(action, {});

  // React empties a form after its action; a refused one should keep what was typed.
  function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (!pending) startTransition(() => submit(data));
  }

  return (
    <form action={submit} onSubmit={keep} aria-busy={pending} className="grid gap-4">
      {outcome.message && (
        <Notice tone="error">
          {outcome.message}
          {outcome.faults && (
            <ul>
              {outcome.faults.map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>{`${fault.path.replaceAll("_", " ")}: ${fault.message}`}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {children}
    </form>
  );
}
