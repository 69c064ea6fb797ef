"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { readUndo } from "@/lib/http/undo-token";
import { correctSpin } from "@/lib/spins/correct";
import { recordSpins } from "@/lib/spins/record";
import { spinOf } from "./undo";

/** Records a removed spin anew; sent twice, it is there once. */
export async function undoRemoval(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const spin = spinOf(readUndo(at, "removal", field(data, "undo")));
    await recordSpins(at, { spins: [spin] });
    return `/spins/${spin.id}?undone=1`;
  });
}

export async function undoCorrection(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const { id, ...before } = spinOf(readUndo(at, "correction", field(data, "undo")));
    await correctSpin(at, id, before);
    return `/spins/${id}?undone=1`;
  });
}
