import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, notFound } from "@/lib/app-error";
import { parseHost, type Surface } from "@/lib/tenancy/host";
import { isOwnOrigin } from "./own-origin";
import { plainPage } from "./plain-page";
import { problemOf } from "./problem";

const LONGEST_PATH = 8_192;
/** Next's own forms of a page: its navigation asks by header, nobody by address. */
const FRAMEWORK_FORMAT = /\.rsc$|\.segments(\/|$)/;
/** Whoever asks how we are does not know our names: a load balancer asks by address. */
const EVERYWHERE = new Set(["/api/health", "/api/ready"]);

/** What a process answers for: tenants and the apex, or the operator's console; or both, if it passes that on. */
export type Answered = ReadonlySet<Surface["kind"]>;

/** Why a request goes no further, if so: it is not HTTP as we speak it, for nobody here, or a form from another site. */
export function refusalOf(request: IncomingMessage, rootDomain: string, answered: Answered): AppError | undefined {
  const url = request.url ?? "/";
  if (url.length > LONGEST_PATH) return new AppError("malformed", "url_too_long", "The address is too long.");
  if (!isReadable(url)) return new AppError("malformed", "url_malformed", "The address is not well formed.");
  const path = url.split("?", 1)[0] ?? "/";
  if (isEverywhere(path)) return undefined;
  const elsewhere = wrongHost(parseHost(request.headers.host, rootDomain), answered);
  if (elsewhere) return elsewhere;
  if (path.startsWith("/_next/image") || FRAMEWORK_FORMAT.test(path)) return notFound();
  const speaks = path.startsWith("/api/") || ["GET", "HEAD", "OPTIONS"].includes(request.method ?? "GET");
  if (!speaks && !isOwnOrigin(request.headers.origin, request.headers.host)) {
    return new AppError("forbidden", "origin_forbidden", "This form was sent from another site.");
  }
  return undefined;
}

/** Whether a path is the same on every host. */
export function isEverywhere(path: string): boolean {
  return EVERYWHERE.has(path);
}

function wrongHost({ kind }: Surface, answered: Answered): AppError | undefined {
  if (kind === "malformed") return new AppError("malformed", "host_malformed", "The Host header is not a host name.");
  if (kind === "foreign") {
    return new AppError("misdirected", "host_foreign", "This server does not serve that address.");
  }
  return answered.has(kind) ? undefined : notFound();
}

/** Answers a refusal: as a problem under /api/, else as a plain page. */
export function refuse(response: ServerResponse, error: AppError, url: string, requestId: string): void {
  const api = url.startsWith("/api/");
  const body = api ? JSON.stringify(problemOf(error, requestId)) : plainPage(error.status, error.detail);
  response.writeHead(error.code === "url_too_long" ? 414 : error.status, {
    "Content-Type": api ? "application/problem+json" : "text/html; charset=utf-8",
    Connection: "close",
  });
  response.end(body);
}

function isReadable(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  try {
    return path.startsWith("/") && !path.startsWith("//") && !/[\u0000\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
