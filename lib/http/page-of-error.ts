import { unstable_rethrow } from "next/navigation";
import { AppError } from "@/lib/app-error";
import { log } from "@/lib/log";
import { answerWith, requestContext } from "./request-context";

/** The error that a page answers with, its status set; what Next throws for itself goes on. */
export function pageOfError(raised: unknown): AppError {
  unstable_rethrow(raised);
  const error =
    raised instanceof AppError ? raised : new AppError("failed", "failed", "Something went wrong on our side.");
  if (error.status >= 500) log().error({ err: raised, request_id: requestContext().id }, "page failed");
  answerWith(error.status, {
    ...(error.retryAfter !== undefined && { "Retry-After": String(error.retryAfter) }),
    ...(error.location !== undefined && { Location: error.location }),
  });
  return error;
}
