"use server";

import { AuthError } from "next-auth";
import { dropCookies, startSession } from "@/lib/auth/config";
import { rememberDevice } from "@/lib/auth/device";
import { signedIn } from "@/lib/auth/signed-in";
import { answerForm, field, ownPath } from "@/lib/http/answer-form";
import type { FormOutcome } from "@/lib/http/form-outcome";
import { closeSession } from "@/lib/sessions/close";
import { tenantOfRequest } from "@/lib/tenants/of-request";

export async function signIn(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const tenant = await tenantOfRequest();
    const email = field(data, "email");
    await start(email, field(data, "password"));
    await rememberDevice(tenant.id, email);
    return ownPath(field(data, "callbackUrl"));
  });
}

export async function signOut(_before: FormOutcome, data: FormData): Promise<FormOutcome> {
  return answerForm(data, async () => {
    const at = await signedIn(await tenantOfRequest());
    if (at?.actor.kind === "person") await closeSession(at, at.actor.sessionId);
    await dropCookies({ redirect: false });
    return "/sign-in";
  });
}

/** next-auth wraps what our check of the password throws; it is unwrapped here. */
async function start(email: string, password: string): Promise<void> {
  try {
    await startSession("credentials", { email, password, redirect: false });
  } catch (error) {
    throw error instanceof AuthError ? (error.cause?.err ?? error) : error;
  }
}
