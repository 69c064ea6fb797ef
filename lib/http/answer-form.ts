import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { AppError } from "@/lib/app-error";
import { errorText, faultText } from "@/lib/words/error-text";
import type { FormOutcome } from "./form-outcome";
import { isOwnOrigin } from "./own-origin";
import { pageOfError } from "./page-of-error";
import { requestContext } from "./request-context";

/**
 * Runs what a form asks for and goes on to the path it returns; without one the page stays. What is refused comes back as the form's outcome,
 * with the right status; without JavaScript the page is rendered again in the same request and finds what was typed.
 */
export async function answerForm(data: FormData, run: () => Promise<string | undefined>): Promise<FormOutcome> {
  let next: string | undefined;
  try {
    const sent = await headers();
    if (!isOwnOrigin(sent.get("origin"), sent.get("host"))) {
      throw new AppError("forbidden", "origin_forbidden", "This form was sent from another site.");
    }
    next = await run();
  } catch (raised) {
    unstable_rethrow(raised);
    const error = pageOfError(raised);
    requestContext().typed = typed(data);
    const faults = error.faults?.map((fault) => ({ ...fault, message: faultText(fault) }));
    return { message: errorText(error), ...(faults && { faults }) };
  }
  if (next === undefined) return {};
  redirect(next);
}

/** What was typed into the form that this request sent and that was refused; never a password. */
export function typedBefore(name: string): string | undefined {
  return requestContext().typed?.[name];
}

function typed(data: FormData): Record<string, string> {
  const entries = [...data].filter(([name, value]) => typeof value === "string" && !/password/i.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** A text field of a form; one left out, or sent as a file, is empty. */
export function field(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

/** A path of this host to go back to, or `/`: never another site's, nor a sibling's. */
export function ownPath(given: string): string {
  const base = "http://own.invalid";
  if (!given.startsWith("/") || !URL.canParse(given, base)) return "/";
  const url = new URL(given, base);
  return url.origin === base && !/[\\\p{Cc}]/u.test(given) ? `${url.pathname}${url.search}` : "/";
}
