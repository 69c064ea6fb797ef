import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { processWide } from "@/lib/process-wide";
import type { Tenant } from "@/lib/tenancy/tenant";

/** What the server knows of the request that code runs for, beside its headers. */
export interface RequestContext {
  id: string;
  /** The network address it came from: the peer's, or with TRUST_PROXY the one that the proxy saw. */
  address: string;
  /** The path and query that were asked for. */
  url: string;
  /** Whether the browser's side of the connection is encrypted, so that cookies may be `Secure`. */
  secure: boolean;
  /** The `Accept-Language` it came with. */
  languages?: string | undefined;
  /** Cuts the connection, whatever still waits to be read. */
  hangUp?: () => void;
  /** What a page wants to answer with, where Next has no word for it: 422, 429, 503. */
  status?: number;
  headers?: Record<string, string>;
  /** Whose pages these are, once it is known: the tenant that was asked for. */
  whose?: Pick<Tenant, "name" | "accent">;
  /** What was typed into a form that this request sent and that was refused. */
  typed?: Record<string, string>;
  /** What was wrong with it, by the names of its fields. */
  faults?: Record<string, string>;
  /** The request itself, its body unread, where that is a file for the page that is asked. */
  upload?: IncomingMessage;
}

function contexts(): AsyncLocalStorage<RequestContext> {
  return processWide("request", () => new AsyncLocalStorage<RequestContext>());
}

export function runInContext<T>(context: RequestContext, body: () => T): T {
  return contexts().run(context, body);
}

/** The context of the current request. Outside of one, as in a build, an empty one. */
export function requestContext(): RequestContext {
  return contexts().getStore() ?? { id: "none", address: "unknown", url: "/", secure: false };
}

/** Makes the page that is being rendered answer with `status`. To be called before its first byte. */
export function answerWith(status: number, headers: Record<string, string> = {}): void {
  Object.assign(requestContext(), { status, headers });
}
