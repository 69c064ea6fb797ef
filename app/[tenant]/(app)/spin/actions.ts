"use server";

import { AppError } from "@/lib/app-error";
import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { parseSeconds } from "@/lib/spins/parse-seconds";
import { recordSpins } from "@/lib/spins/record";

/** The form brings the id of the spin, so that sending it twice records it once. */
export async function recordSpin(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    if (at.actor.kind !== "person") throw new AppError("forbidden", "forbidden", "Only a person spins here.");
    const spin = {
      id: field(data, "id"),
      spinner: field(data, "spinner"),
      person: at.actor.id,
      duration_ms: parseSeconds(field(data, "seconds")),
    };
    await recordSpins(at, { spins: [spin] });
    return `/spin?landed=${spin.id}`;
  });
}
