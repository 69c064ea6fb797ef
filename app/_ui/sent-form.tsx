"use client";

import { unstable_rethrow } from "next/navigation";
import { type ReactNode, type SubmitEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import type { FormAction, FormOutcome } from "@/lib/http/form-outcome";
import { focusFirstFault, markBusy, showFaults } from "./form-state";
import { Notice } from "./notice";
import { useChecks } from "./use-checks";

interface SentFormProps {
  action: FormAction;
  /** Whether the action answers checks: what is wrong with a field is then said when it is left. */
  checked?: boolean;
  /** What is said where nothing can be sent. */
  offline: string;
  children: ReactNode;
}

/** The part of a form that a browser with scripts adds: it stays as typed, says that it is sent, and why not. */
export function SentForm({ action, checked = false, offline, children }: SentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [posted, post] = useActionState(action, {});
  const [answered, setAnswered] = useState<FormOutcome>();
  const [pending, start] = useTransition();
  const { message, others } = answered ?? posted;
  useChecks(form, checked ? action : undefined);

  useEffect(() => {
    if (form.current) markBusy(form.current, pending);
  }, [pending]);

  useEffect(() => {
    if (!form.current || !answered) return;
    showFaults(form.current, answered.faults);
    if (answered.message) focusFirstFault(form.current);
  }, [answered]);

  // React would empty a form after its action; a refused one should keep what was typed.
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    start(async () => setAnswered(await answerTo(data)));
  }

  async function answerTo(data: FormData): Promise<FormOutcome> {
    try {
      return await action({}, data);
    } catch (error) {
      unstable_rethrow(error);
      return { message: offline };
    }
  }

  return (
    <form ref={form} action={post} onSubmit={send} aria-busy={pending} className="grid gap-4">
      {message && (
        <Notice tone="error" focus={!posted.faults}>
          {message}
          {others && (
            <ul>
              {others.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {children}
    </form>
  );
}
