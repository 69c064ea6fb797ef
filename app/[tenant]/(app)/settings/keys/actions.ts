"use server";

import { refresh } from "next/cache";
import { CreateKey, createKey } from "@/lib/api-keys/create";
import { revokeKey } from "@/lib/api-keys/revoke";
import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { validate } from "@/lib/validate";
import { showOnce } from "./shown-once";

/** The page stays: what answers this request is all that ever shows the key. */
export async function makeKey(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(data, readKey, async (key) => {
    showOnce(await createKey(await requireSignedIn(), key));
    refresh();
    return undefined;
  });
}

function readKey(data: FormData) {
  const [id, name, scope] = ["id", "name", "scope"].map((each) => field(data, each));
  return validate(CreateKey, { id, name, scope });
}

export async function endKey(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await revokeKey(await requireSignedIn(), field(data, "id"));
    return "/settings/keys?revoked=1";
  });
}
