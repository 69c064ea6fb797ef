"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { undoToken } from "@/lib/http/undo-token";
import { CreateSpinner } from "@/lib/spinners/create";
import { getSpinner } from "@/lib/spinners/find";
import { reinstateSpinner } from "@/lib/spinners/reinstate";
import { renameSpinner } from "@/lib/spinners/rename";
import { retireSpinner } from "@/lib/spinners/retire";
import { validate } from "@/lib/validate";

export async function rename(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(
    data,
    (form) => validate(CreateSpinner, { name: field(form, "name") }),
    async (named) => {
      const at = await requireSignedIn();
      const before = await getSpinner(at, field(data, "id"));
      await renameSpinner(at, before.id, named);
      return `/spinners/${before.id}?renamed=${undoToken(at, "renamed", [before.id, before.name])}`;
    },
  );
}

export async function retire(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const { id } = await retireSpinner(at, field(data, "id"));
    return `/spinners/${id}?retired=${undoToken(at, "retired", [id])}`;
  });
}

export async function reinstate(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const { id } = await reinstateSpinner(at, field(data, "id"));
    return `/spinners/${id}?reinstated=${undoToken(at, "reinstated", [id])}`;
  });
}
