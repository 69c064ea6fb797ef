"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { cancelImport } from "@/lib/imports/cancel";
import { checkImport } from "@/lib/imports/check";
import { storeImport } from "@/lib/imports/store";
import { readChoices } from "./choices";

export async function checkFile(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await checkImport(await requireSignedIn(), field(data, "id"), readChoices(data));
    return `/spins/import/${field(data, "id")}`;
  });
}

export async function storeFile(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await storeImport(await requireSignedIn(), field(data, "id"));
    return `/spins/import/${field(data, "id")}`;
  });
}

export async function cancelFile(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await cancelImport(await requireSignedIn(), field(data, "id"));
    return `/spins/import/${field(data, "id")}`;
  });
}
