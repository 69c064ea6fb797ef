"use server";

import { refresh } from "next/cache";
import { createKey } from "@/lib/api-keys/create";
import { revokeKey } from "@/lib/api-keys/revoke";
import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { showOnce } from "./shown-once";

/** The page stays: what answers this request is all that ever shows the key. */
export async function makeKey(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const [id, name, scope] = ["id", "name", "scope"].map((each) => field(data, each));
    showOnce(await createKey(await requireSignedIn(), { id, name, scope }));
    refresh();
    return undefined;
  });
}

export async function endKey(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await revokeKey(await requireSignedIn(), field(data, "id"));
    return "/settings/keys?revoked=1";
  });
}
