import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { parseHost } from "@/lib/tenancy/host";
import { cleanRequest } from "./clean-request";
import { refusalOf, refuse } from "./refusal";
import { type RequestContext, runInContext } from "./request-context";

export interface FrontSettings {
  rootDomain: string;
  trustProxy: boolean;
}

/**
 * What stands before Next: requests lose the headers that only we may set, get an id, and are logged; what is not
 * HTTP as we speak it is refused; answers are marked as private. It knows no tenant and is no wall between them.
 */
export function front(handle: RequestListener, settings: FrontSettings): RequestListener {
  // After a redirect in an action Next asks itself for the next page, and hands on this header of the first request.
  const relay = randomBytes(16).toString("hex");
  return (request, response) => {
    const relayed = cleanRequest(request, settings, relay);
    const context: RequestContext = { id: randomUUID(), ...relayed };
    finish(request, response, context, settings);
    const refusal = refusalOf(request, settings.rootDomain);
    if (refusal) return refuse(response, refusal, request.url ?? "/", context.id);
    runInContext(context, () => handle(request, response));
  };
}

/** Puts our words on the answer just before its head is written, and a line in the log when it is through. */
function finish(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  settings: FrontSettings,
): void {
  const started = performance.now();
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const surface = parseHost(request.headers.host, settings.rootDomain);
  const writeHead = response.writeHead.bind(response);
  Object.defineProperty(response, "writeHead", {
    value: (status: number, ...rest: unknown[]) => {
      response.setHeader("X-Request-Id", context.id);
      response.removeHeader("x-middleware-rewrite");
      if (!path.startsWith("/_next/static/")) response.setHeader("Cache-Control", "private, no-store");
      for (const [name, value] of Object.entries(context.headers ?? {})) response.setHeader(name, value);
      for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
      return Reflect.apply(writeHead, response, [context.status ?? status, ...rest]);
    },
  });
  response.once("close", () => {
    log().info({
      request_id: context.id,
      tenant: surface.kind === "tenant" ? surface.slug : undefined,
      method: request.method,
      path: path.slice(0, 200),
      status: response.headersSent ? response.statusCode : undefined,
      ms: Math.round(performance.now() - started),
      aborted: !response.writableFinished || undefined,
    });
  });
}

const SECURITY = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
};
