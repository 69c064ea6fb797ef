"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { mergeSpinners } from "@/lib/spinners/merge";

export async function merge(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const both = { from: field(data, "from"), into: field(data, "into") };
    const { id } = await mergeSpinners(await requireSignedIn(), both);
    return `/spinners/${id}?merged=1`;
  });
}
