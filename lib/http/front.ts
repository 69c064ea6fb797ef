import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { parseHost } from "@/lib/tenancy/host";
import { cleanRequest } from "./clean-request";
import { passOn } from "./pass-on";
import { type Answered, isEverywhere, refusalOf, refuse } from "./refusal";
import { type RequestContext, runInContext } from "./request-context";
import { holdToTime, isUpload, withoutBody } from "./upload";

export interface FrontSettings {
  rootDomain: string;
  trustProxy: boolean;
  /** Where the operator's console listens; undefined: there is none. */
  consoleUrl: string | undefined;
  /** Whether this process is the console itself. */
  isConsole: boolean;
}

/**
 * What stands before Next: requests lose the headers that only we may set, get an id, and are logged; what is not
 * HTTP as we speak it is refused; answers are marked as private. It knows no tenant and is no wall between them.
 */
export function front(handle: RequestListener, settings: FrontSettings): RequestListener {
  // After a redirect in an action Next asks itself for the next page, and hands on this header of the first request.
  const relay = randomBytes(16).toString("hex");
  const { rootDomain, consoleUrl } = settings;
  const answered = answeredBy(settings);
  return (request, response) => {
    const relayed = cleanRequest(request, settings, relay);
    const upload = isUpload(request) ? request : undefined;
    const context: RequestContext = {
      id: randomUUID(),
      url: request.url ?? "/",
      languages: request.headers["accept-language"],
      ...relayed,
      hangUp: () => response.destroy(),
      ...(upload && { upload }),
    };
    holdToTime(request, response, upload !== undefined);
    finish(request, response, context, settings);
    const refusal = refusalOf(request, rootDomain, answered);
    if (refusal) return refuse(response, refusal, request.url ?? "/", context.id);
    if (consoleUrl && isForConsole(request, settings)) return passOn(request, response, consoleUrl, context);
    runInContext(context, () => handle(upload ? withoutBody(upload) : request, response));
  };
}

function answeredBy({ isConsole, consoleUrl }: FrontSettings): Answered {
  if (isConsole) return new Set(["operator"]);
  return new Set(consoleUrl ? ["apex", "tenant", "operator"] : ["apex", "tenant"]);
}

function isForConsole({ headers, url }: IncomingMessage, { rootDomain, isConsole }: FrontSettings): boolean {
  return !isConsole && parseHost(headers.host, rootDomain).kind === "operator" && !isEverywhere(pathOf(url));
}

function pathOf(url = "/"): string {
  return url.split("?", 1)[0] ?? "/";
}

/** Puts our words on the answer just before its head is written, and a line in the log when it is through. */
function finish(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  settings: FrontSettings,
): void {
  const started = performance.now();
  const path = pathOf(request.url);
  const surface = parseHost(request.headers.host, settings.rootDomain);
  const writeHead = response.writeHead.bind(response);
  Object.defineProperty(response, "writeHead", {
    // Next's compression puts its own before it.
    writable: true,
    value: (status: number, ...rest: unknown[]) => {
      response.setHeader("X-Request-Id", context.id);
      response.removeHeader("x-middleware-rewrite");
      if (!path.startsWith("/_next/static/")) response.setHeader("Cache-Control", "private, no-store");
      for (const [name, value] of Object.entries(context.headers ?? {})) response.setHeader(name, value);
      for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
      return Reflect.apply(writeHead, response, [statusOf(context, status), ...rest]);
    },
  });
  response.once("close", () => {
    log().info({
      request_id: context.id,
      tenant: surface.kind === "tenant" ? surface.slug : undefined,
      console: settings.isConsole || undefined,
      method: request.method,
      path: path.slice(0, 200),
      status: response.headersSent ? response.statusCode : undefined,
      ms: Math.round(performance.now() - started),
      aborted: !response.writableFinished || undefined,
    });
  });
}

/** A redirect behind an upload leads to a page: with 307 the whole file would be sent there again. */
function statusOf({ status, upload }: RequestContext, given: number): number {
  return status ?? (upload && given === 307 ? 303 : given);
}

const SECURITY = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
};
