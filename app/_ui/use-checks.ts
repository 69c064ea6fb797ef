import { type RefObject, useEffect } from "react";
import { CHECK, type FormAction } from "@/lib/http/form-outcome";
import { isControl, showFaults } from "./form-state";

/** Who leaves a field often goes on to the button: then the form itself is the question. */
const WAIT_MS = 250;

/**
 * Asks a form's own action what is wrong with the fields that were changed and left, by the schema that will judge the
 * form. Of two answers the one to the later question counts; without an answer nothing is said.
 */
export function useChecks(form: RefObject<HTMLFormElement | null>, action: FormAction | undefined): void {
  useEffect(() => {
    const checked = form.current;
    if (!checked || !action) return;
    const left = new Set<string>();
    let waiting: number | undefined;
    let question = 0;

    function leave({ target }: Event) {
      if (!isControl(target) || isSecret(target.name)) return;
      left.add(target.name);
      forget();
      waiting = window.setTimeout(ask, WAIT_MS);
    }

    async function ask() {
      if (!checked || !action) return;
      const asked = question;
      const data = new FormData(checked);
      for (const name of [...data.keys()]) if (isSecret(name)) data.delete(name);
      data.set(CHECK, "1");
      const answer = await action({}, data).catch(() => undefined);
      if (answer && asked === question) showFaults(checked, answer.faults, left);
    }

    /** An answer that is still on its way comes too late. */
    function forget() {
      window.clearTimeout(waiting);
      question++;
    }

    checked.addEventListener("change", leave);
    checked.addEventListener("submit", forget);
    return () => {
      forget();
      checked.removeEventListener("change", leave);
      checked.removeEventListener("submit", forget);
    };
  }, [form, action]);
}

function isSecret(name: string): boolean {
  return /password/i.test(name);
}
