import { AppError } from "@/lib/app-error";
import { log } from "@/lib/log";

/** An RFC 9457 problem, as the API answers one. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  request_id: string;
  errors?: { path: string; code: string; message: string }[];
}

const TITLES: Record<number, string> = {
  308: "Moved",
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  421: "Misdirected request",
  422: "Not valid",
  429: "Too many requests",
  503: "Unavailable",
};

export function problemOf(error: AppError, requestId: string): Problem {
  return {
    type: "about:blank",
    title: TITLES[error.status] ?? "Error",
    status: error.status,
    detail: error.detail,
    code: error.code,
    request_id: requestId,
    ...(error.faults && { errors: error.faults }),
  };
}

/** Every error becomes an answer; what we did not mean to happen is logged, and tells nothing. */
export function problemResponse(raised: unknown, requestId: string): Response {
  const error =
    raised instanceof AppError ? raised : new AppError("failed", "failed", "Something went wrong on our side.");
  if (error.status >= 500) log().error({ err: raised, request_id: requestId }, "request failed");
  const headers = new Headers({ "Content-Type": "application/problem+json" });
  if (error.retryAfter !== undefined) headers.set("Retry-After", String(error.retryAfter));
  if (error.location) headers.set("Location", error.location);
  if (error.allow) headers.set("Allow", error.allow.join(", "));
  if (error.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="api"');
  return new Response(JSON.stringify(problemOf(error, requestId)), { status: error.status, headers });
}
