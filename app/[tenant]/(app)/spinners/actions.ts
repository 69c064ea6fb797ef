"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { CreateSpinner, createSpinner } from "@/lib/spinners/create";
import { validate } from "@/lib/validate";

export async function addSpinner(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(
    data,
    (form) => validate(CreateSpinner, { name: field(form, "name") }),
    async (named) => {
      const spinner = await createSpinner(await requireSignedIn(), named);
      return `/spinners/${spinner.id}`;
    },
  );
}
