"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { addSamples } from "@/lib/samples/add";
import { removeSamples } from "@/lib/samples/remove";

export async function putInSamples(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await addSamples(await requireSignedIn());
    return "/";
  });
}

export async function takeSamplesAway(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await removeSamples(await requireSignedIn());
    return "/";
  });
}
