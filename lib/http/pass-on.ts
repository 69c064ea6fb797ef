import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { unavailable } from "@/lib/app-error";
import { log } from "@/lib/log";
import { refuse } from "./refusal";
import type { RequestContext } from "./request-context";

const PATIENCE_MS = 30_000;

/** Of one connection, not of the request (RFC 9110, 7.6.1); and our own word to ourselves. */
const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-spinner-.*)$/;

/**
 * Passes a request on to the operator's console, its Host as it is, and the answer back. Says 503 when the console
 * does not answer. Nothing of it is looked into here: this process serves tenants.
 */
export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  consoleUrl: string,
  { address, secure, id }: RequestContext,
): void {
  const { hostname, port } = new URL(consoleUrl);
  const headers = {
    ...endToEnd(request.headers),
    "x-forwarded-for": address,
    "x-forwarded-proto": secure ? "https" : "http",
  };
  const { method, url: path } = request;
  const sent = send({ hostname, port, method, path, headers, agent: false, timeout: PATIENCE_MS });
  sent.once("timeout", () => sent.destroy(new Error("the console took too long")));
  sent.on("error", (error) => {
    if (response.destroyed) return;
    log().warn({ err: error, request_id: id }, "the console does not answer");
    if (response.headersSent) response.destroy();
    else refuse(response, unavailable(error), "/", id);
  });
  sent.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  response.once("close", () => sent.destroy());
  request.pipe(sent);
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.test(name)));
}
