"use server";

import { answerForm, field } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { requestContext } from "@/lib/http/request-context";
import { closeSession } from "@/lib/operators/close-session";
import { dropToken, keepToken, readToken } from "@/lib/operators/cookie";
import { mustBeConsole } from "@/lib/operators/must-be-console";
import { signInOperator } from "@/lib/operators/sign-in";

export async function signIn(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await mustBeConsole();
    const { address } = requestContext();
    await keepToken(await signInOperator({ email: field(data, "email"), password: field(data, "password"), address }));
    return "/";
  });
}

export async function signOut(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    await mustBeConsole();
    const token = await readToken();
    if (token !== undefined) await closeSession(token);
    await dropToken();
    return "/sign-in";
  });
}
