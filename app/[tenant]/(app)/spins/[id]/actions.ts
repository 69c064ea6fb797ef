"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { undoToken } from "@/lib/http/undo-token";
import { newId } from "@/lib/new-id";
import { correctSpin } from "@/lib/spins/correct";
import { getSpin } from "@/lib/spins/get";
import { CorrectSpin } from "@/lib/spins/input";
import { parseSeconds } from "@/lib/spins/parse-seconds";
import { removeSpin } from "@/lib/spins/remove";
import { validate } from "@/lib/validate";
import { contentOf } from "../undo";

export async function correct(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(data, readChange, async (change) => {
    const at = await requireSignedIn();
    const before = await getSpin(at, field(data, "id"));
    await correctSpin(at, before.id, change);
    return `/spins/${before.id}?corrected=${undoToken(at, "correction", contentOf(before))}`;
  });
}

function readChange(data: FormData) {
  const change = { spinner: field(data, "spinner"), duration_ms: parseSeconds(field(data, "seconds")) };
  return validate(CorrectSpin, change);
}

/** What comes back has an id of its own: the old one stays removed, whatever its device sends. */
export async function remove(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const before = await getSpin(at, field(data, "id"));
    await removeSpin(at, before.id);
    return `/spins?removed=${undoToken(at, "removal", contentOf({ ...before, id: newId() }))}`;
  });
}
