"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { createSpinner } from "@/lib/spinners/create";

export async function addSpinner(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const spinner = await createSpinner(await requireSignedIn(), { name: field(data, "name") });
    return `/spinners/${spinner.id}`;
  });
}
