"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { correctSpin } from "@/lib/spins/correct";
import { parseSeconds } from "@/lib/spins/parse-seconds";
import { removeSpin } from "@/lib/spins/remove";

export async function correct(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const id = field(data, "id");
    const change = { spinner: field(data, "spinner"), duration_ms: parseSeconds(field(data, "seconds")) };
    await correctSpin(await requireSignedIn(), id, change);
    return `/spins/${id}?done=1`;
  });
}

export async function remove(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await removeSpin(await requireSignedIn(), field(data, "id"));
    return "/spins?removed=1";
  });
}
