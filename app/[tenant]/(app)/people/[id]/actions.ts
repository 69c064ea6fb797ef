"use server";

import { requireSignedIn } from "@/lib/auth/signed-in";
import { answerChecked, answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { readUndo, undoToken } from "@/lib/http/undo-token";
import { getPerson } from "@/lib/people/find";
import { RenamePerson, renamePerson } from "@/lib/people/rename";
import { validate } from "@/lib/validate";

export async function rename(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerChecked(
    data,
    (form) => validate(RenamePerson, { name: field(form, "name") }),
    async (named) => {
      const at = await requireSignedIn();
      const before = await getPerson(at, field(data, "id"));
      await renamePerson(at, before.id, named);
      return `/people/${before.id}?renamed=${undoToken(at, "person-renamed", [before.id, before.name])}`;
    },
  );
}

export async function undoRenaming(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await requireSignedIn();
    const [id = "", name = ""] = readUndo(at, "person-renamed", field(data, "undo"));
    await renamePerson(at, id, { name });
    return `/people/${id}?undone=1`;
  });
}
