import { pageOfError } from "./page-of-error";
import { plainPage } from "./plain-page";

/** What a browser is shown by a route that had a file to answer with, and has not. */
export function pageResponse(raised: unknown): Response {
  const { status, detail } = pageOfError(raised);
  return new Response(plainPage(status, detail), { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
