import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { AppError } from "@/lib/app-error";
import { errorText, faultText } from "@/lib/words/error-text";
import { CHECK, type FormOutcome } from "./form-outcome";
import { isOwnOrigin } from "./own-origin";
import { pageOfError } from "./page-of-error";
import { requestContext } from "./request-context";

/**
 * Runs what a form asks for and goes on to the path it returns; without one the page stays. What is refused comes back
 * as the form's outcome, with the right status; without JavaScript the page is rendered again in the same request and
 * finds what was typed, and what is wrong with it.
 */
export async function answerForm(data: FormData, run: () => Promise<string | undefined>): Promise<FormOutcome> {
  if (data.has(CHECK)) return {};
  let next: string | undefined;
  try {
    const sent = await headers();
    if (!isOwnOrigin(sent.get("origin"), sent.get("host"))) {
      throw new AppError("forbidden", "origin_forbidden", "This form was sent from another site.");
    }
    next = await run();
  } catch (raised) {
    unstable_rethrow(raised);
    const outcome = outcomeOf(pageOfError(raised), data);
    const context = requestContext();
    context.typed = typed(data);
    context.faults = outcome.faults ?? {};
    return outcome;
  }
  if (next === undefined) return {};
  redirect(next);
}

/**
 * The same for a form that is checked while it is filled in: `read` makes of its fields what `run` takes, and throws
 * what is wrong with them. For a check that is all that happens.
 */
export async function answerChecked<T>(
  data: FormData,
  read: (data: FormData) => T,
  run: (input: T) => Promise<string | undefined>,
): Promise<FormOutcome> {
  if (!data.has(CHECK)) return answerForm(data, () => run(read(data)));
  try {
    read(data);
    return {};
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return { faults: outcomeOf(error, data).faults ?? {} };
  }
}

/** A fault stands beside its field where the form has one of its name. */
function outcomeOf(error: AppError, data: FormData): FormOutcome {
  const all = error.faults ?? [];
  const [own, others] = [all.filter(({ path }) => data.has(path)), all.filter(({ path }) => !data.has(path))];
  return {
    message: errorText(error),
    ...(own.length > 0 && { faults: Object.fromEntries(own.map((fault) => [fault.path, faultText(fault)])) }),
    ...(others.length > 0 && {
      others: others.map((fault) => `${fault.path.replaceAll("_", " ")}: ${faultText(fault)}`),
    }),
  };
}

/** What was typed into the form that this request sent and that was refused; never a password. */
export function typedBefore(name: string): string | undefined {
  return requestContext().typed?.[name];
}

/** What was wrong with a field of that form. */
export function faultBefore(name: string): string | undefined {
  return requestContext().faults?.[name];
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
