"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { validate } from "@/lib/validate";
import { CreateWall, createWall } from "@/lib/walls/create";
import { revokeWall } from "@/lib/walls/revoke";

export async function putUpWall(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(data, readWall, async (wall) => {
    await createWall(await requireSignedIn(), wall);
    return "/settings/walls?made=1";
  });
}

function readWall(data: FormData) {
  const names = ["id", "name", "board", "names", "days"];
  return validate(CreateWall, Object.fromEntries(names.map((name) => [name, field(data, name)])));
}

export async function takeDownWall(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await revokeWall(await requireSignedIn(), field(data, "id"));
    return "/settings/walls?revoked=1";
  });
}
