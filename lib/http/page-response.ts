import { errorText } from "@/lib/words/error-text";
import { pageOfError } from "./page-of-error";
import { plainPage } from "./plain-page";

/** What a browser is shown by a route that had a file to answer with, and has not. */
export function pageResponse(raised: unknown): Response {
  const error = pageOfError(raised);
  const { status } = error;
  return new Response(plainPage(status, errorText(error)), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}
