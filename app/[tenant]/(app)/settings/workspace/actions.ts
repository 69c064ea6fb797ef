"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { changeAppearance } from "@/lib/tenants/change-appearance";

export async function saveAppearance(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await changeAppearance(await requireSignedIn(), { name: field(data, "name"), accent: field(data, "accent") });
    return "/settings/workspace?saved=1";
  });
}
