"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { readUndo } from "@/lib/http/undo-token";
import { reinstateSpinner } from "@/lib/spinners/reinstate";
import { renameSpinner } from "@/lib/spinners/rename";
import { retireSpinner } from "@/lib/spinners/retire";

export async function undoRenaming(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const [id = "", name = ""] = readUndo(at, "renamed", field(data, "undo"));
    await renameSpinner(at, id, { name });
    return `/spinners/${id}?undone=1`;
  });
}

export async function undoRetiring(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const [id = ""] = readUndo(at, "retired", field(data, "undo"));
    await reinstateSpinner(at, id);
    return `/spinners/${id}?undone=1`;
  });
}

export async function undoReinstating(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const [id = ""] = readUndo(at, "reinstated", field(data, "undo"));
    await retireSpinner(at, id);
    return `/spinners/${id}?undone=1`;
  });
}
